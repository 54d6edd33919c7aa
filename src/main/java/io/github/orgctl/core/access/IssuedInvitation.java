package io.github.orgctl.core.access;

import io.github.orgctl.core.model.access.Credential;
import io.github.orgctl.core.model.access.Invitation;

/**
 * An invitation with its token, which is available only when it is issued.
 *
 * @param credential null in a dry run, where the token would be useless
 */
public record IssuedInvitation(Invitation invitation, Credential credential) {
    /** Returns a copy without the token. */
    public IssuedInvitation withoutCredential() {
        return new IssuedInvitation(invitation, null);
    }
}
