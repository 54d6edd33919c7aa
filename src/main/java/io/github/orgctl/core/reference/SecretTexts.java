package io.github.orgctl.core.reference;

import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.organization.Environment;

/** Decrypts secrets. Templates are returned unresolved. */
public interface SecretTexts {
    /**
     * @throws io.github.orgctl.core.model.value.Failure NOT_FOUND if the target of a secret reference does not exist; DAMAGED
     *     if it can't be decrypted
     */
    String text(Environment environment, Secret secret);
}
