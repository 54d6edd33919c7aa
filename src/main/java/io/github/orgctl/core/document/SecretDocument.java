package io.github.orgctl.core.document;

import io.github.orgctl.core.model.configuration.SecretReference;

/**
 * The part of a document that describes a secret, never its value.
 *
 * @param reference reference to the value, or null if the store holds it
 */
public record SecretDocument(SecretReference reference) {
    /** Spelling of a secret whose value is in the store. */
    public static final String STORED = "stored";

    /** The spelling in documents. */
    @Override
    public String toString() {
        return reference == null ? STORED : reference.toString();
    }
}
