package io.github.orgctl.core.reference;

import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.organization.Environment;

/** Reads the texts of secrets, templates included as they are kept. */
public interface SecretTexts {
    /**
     * @throws io.github.orgctl.core.model.value.Failure NOT_FOUND when there is nothing where the secret refers to; DAMAGED
     *     when it can't be decrypted
     */
    String text(Environment environment, Secret secret);
}
