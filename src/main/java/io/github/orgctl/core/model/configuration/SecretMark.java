package io.github.orgctl.core.model.configuration;

/**
 * What can be told of a secret without telling its value: two marks are equal where the secrets are.
 *
 * @param text the keyed digest of a value in hex, or a reference such as {@code env:NAME}
 */
public record SecretMark(String text) {
    private static final int SHOWN = 6;

    /** The end of the digest, enough to tell two values apart by eye; a reference in full. */
    public String brief() {
        return isReference() ? text : text.substring(Math.max(0, text.length() - SHOWN));
    }

    /** No digest in hex holds a colon. */
    private boolean isReference() {
        return text.indexOf(':') >= 0;
    }

    /** Placeholder for the secret in changes. */
    @Override
    public String toString() {
        return isReference() ? text : "secret " + brief();
    }
}
