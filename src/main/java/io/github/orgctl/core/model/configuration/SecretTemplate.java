package io.github.orgctl.core.model.configuration;

/**
 * A template for the value of a secret. Its {@code toString} does not tell it, since what stands between its references
 * may be secret.
 */
public record SecretTemplate(ValueTemplate template) implements SecretInput {
    /**
     * @throws io.github.orgctl.core.model.value.Failure USAGE when a reference is malformed, or the text can't be a secret
     */
    public static SecretTemplate parse(String text) {
        return new SecretTemplate(ValueTemplate.parse(new SecretValue(text).text()));
    }

    @Override
    public String toString() {
        return "***";
    }
}
