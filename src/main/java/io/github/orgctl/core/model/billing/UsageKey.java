package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.value.Failure;

/** Idempotency key of a usage record: 1 to 200 ASCII characters without spaces. */
public record UsageKey(String value) {
    public static final int MAX_LENGTH = 200;

    /**
     * @throws Failure USAGE if the text does not have this format
     */
    public UsageKey {
        boolean fits = !value.isEmpty() && value.length() <= MAX_LENGTH;
        for (int i = 0; fits && i < value.length(); i++) {
            fits = value.charAt(i) > ' ' && value.charAt(i) < 0x7f;
        }
        if (!fits) {
            throw Failure.usage(
                    "this is not an idempotency key", "an idempotency key has 1 to 200 ASCII characters and no spaces");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
