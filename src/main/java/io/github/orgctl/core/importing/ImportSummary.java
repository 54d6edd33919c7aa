package io.github.orgctl.core.importing;

/**
 * Result of an import.
 *
 * @param rows number of created, updated, unchanged and skipped rows
 */
public record ImportSummary(long rows, long created, long updated, long unchanged, long skipped) {}
