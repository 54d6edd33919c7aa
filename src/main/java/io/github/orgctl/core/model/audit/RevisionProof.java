package io.github.orgctl.core.model.audit;

/**
 * Digest that proves the contents of an environment since a revision.
 *
 * @param digest that of all it holds
 * @param event the audit event of the revision, which has the digest in it
 */
public record RevisionProof(String digest, AuditHead event) {
    /** What the digest is called among the changes of an event; no key begins with that character. */
    public static final String FIELD = "#digest";
}
