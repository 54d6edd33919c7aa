package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.value.Failure;

/**
 * The value of a secret in the clear, of up to 64 KiB. Its {@code toString} does not tell it, so that it can't get into
 * a message by accident.
 */
public record SecretValue(String text) implements SecretInput {
    /**
     * @throws Failure USAGE when it is longer than a value can be
     */
    public SecretValue {
        Value.ofText(text);
    }

    @Override
    public String toString() {
        return "***";
    }
}
