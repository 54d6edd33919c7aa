package io.github.orgctl.core.access;

import io.github.orgctl.core.model.access.Credential;
import io.github.orgctl.core.model.access.Invitation;

/**
 * An invitation with the text that proves it, which is known now and never again.
 *
 * @param credential null where nothing is kept, and so the text would be good for nothing
 */
public record IssuedInvitation(Invitation invitation, Credential credential) {
    /** The same without the text. */
    public IssuedInvitation withoutCredential() {
        return new IssuedInvitation(invitation, null);
    }
}
