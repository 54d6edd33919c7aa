package io.github.orgctl.core.port;

import io.github.orgctl.core.model.access.Credential;

/** Where the texts of new tokens and invitations come from, which nobody can guess. */
public interface CredentialSource {
    Credential next(Credential.Kind kind);
}
