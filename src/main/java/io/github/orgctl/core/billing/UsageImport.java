package io.github.orgctl.core.billing;

/**
 * What an import came to.
 *
 * @param records how many were added
 * @param repeated how many were there already, under the same keys
 * @param organizations of how many organizations those are that were added
 */
public record UsageImport(long records, long repeated, long organizations) {}
