package io.github.orgctl.core.importing;

/** How an import handles a row for an existing resource. */
public enum ExistingRows {
    REFUSE,
    SKIP,
    UPDATE
}
