package io.github.orgctl.core.model.configuration;

/**
 * What can be told of a secret without telling its value: two marks are equal where the secrets are.
 *
 * @param text the keyed digest of a value in hex, behind {@code template:} where it is one; or a reference such as {@code
 *     env:NAME}
 */
public record SecretMark(String text) {
    /** What stands before the digest of a template. It is no kind of reference. */
    public static final String TEMPLATE = "template:";

    private static final int SHOWN = 6;

    /** The end of the digest, enough to tell two values apart by eye; a reference in full. */
    public String brief() {
        return isReference() ? text : text.substring(Math.max(0, text.length() - SHOWN));
    }

    /** No digest in hex holds a colon. */
    boolean isReference() {
        return text.indexOf(':') >= 0 && !isTemplate();
    }

    /** Whether the value is a template. */
    boolean isTemplate() {
        return text.startsWith(TEMPLATE);
    }

    /** Whether both stand for values, or for templates, of which no digest tells in two places whether they are equal. */
    boolean isUntold(SecretMark other) {
        return !isReference() && !other.isReference() && isTemplate() == other.isTemplate();
    }

    /** Placeholder for the secret in changes. */
    @Override
    public String toString() {
        return isReference() ? text : (isTemplate() ? "template " : "secret ") + brief();
    }
}
