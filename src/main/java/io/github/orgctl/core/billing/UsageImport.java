package io.github.orgctl.core.billing;

/**
 * Result of an import.
 *
 * @param records number of records added
 * @param repeated number of records skipped because their key already existed
 * @param organizations number of organizations that the added records belong to
 */
public record UsageImport(long records, long repeated, long organizations) {}
