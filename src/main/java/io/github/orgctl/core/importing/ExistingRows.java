package io.github.orgctl.core.importing;

/** What an import does with a row for a resource that exists already. */
public enum ExistingRows {
    REFUSE,
    SKIP,
    UPDATE
}
