package io.github.orgctl.core.port;

import io.github.orgctl.core.model.access.Credential;

/** Generates unguessable texts for tokens and invitations. */
public interface CredentialSource {
    Credential next(Credential.Kind kind);
}
