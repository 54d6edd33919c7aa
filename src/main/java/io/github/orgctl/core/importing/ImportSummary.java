package io.github.orgctl.core.importing;

/**
 * What an import came to.
 *
 * @param rows created, updated, unchanged and skipped ones together
 */
public record ImportSummary(long rows, long created, long updated, long unchanged, long skipped) {}
