package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.value.Failure;

/**
 * The value of a secret in the clear, of up to 64 KiB. Its {@code toString} does not tell it, so that it can't get into
 * a message by accident.
 */
public record SecretValue(String text) implements SecretInput {
    /**
     * @throws Failure USAGE when it is longer than a value can be, or has a character that no program can be handed
     */
    public SecretValue {
        Value.ofText(text);
        if (text.indexOf('\0') >= 0) {
            throw Failure.usage("the value contains a NUL character", "encode binary data, for example in base64");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
