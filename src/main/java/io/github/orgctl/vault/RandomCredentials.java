package io.github.orgctl.vault;

import io.github.orgctl.core.model.access.Credential;
import io.github.orgctl.core.port.CredentialSource;
import java.security.SecureRandom;

/** Generates credentials from a secure random source. */
public final class RandomCredentials implements CredentialSource {
    private static final int BYTES = 32;

    @Override
    public Credential next(Credential.Kind kind) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Credential.of(kind, random);
    }
}
