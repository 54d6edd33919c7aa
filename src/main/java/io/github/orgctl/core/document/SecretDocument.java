package io.github.orgctl.core.document;

import io.github.orgctl.core.model.configuration.SecretReference;

/**
 * What a document says about a secret, which is never its value.
 *
 * @param reference where its value is, or null where the store has to hold one
 */
public record SecretDocument(SecretReference reference) {
    /** Stands for a secret whose value the store holds. */
    public static final String STORED = "stored";

    /** As a document spells it. */
    @Override
    public String toString() {
        return reference == null ? STORED : reference.toString();
    }
}
