package io.github.orgctl.core.transfer;

import java.util.Map;

/**
 * Summary of a store's content.
 *
 * @param counts number of rows by table
 * @param digest SHA-256 of all rows
 */
public record ContentSummary(Map<String, Long> counts, String digest) {
    public long rows() {
        long rows = 0;
        for (long count : counts.values()) {
            rows += count;
        }
        return rows;
    }
}
