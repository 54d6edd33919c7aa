package io.github.orgctl.core.model.audit;

/**
 * Digest that proves the content of an environment at a revision.
 *
 * @param digest digest of the content
 * @param event audit event of the revision, which contains the digest
 */
public record RevisionProof(String digest, AuditHead event) {
    /** Name of the digest among an event's changes. No key begins with this character. */
    public static final String FIELD = "#digest";
}
