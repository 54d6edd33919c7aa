package io.github.orgctl.core.model.value;

/**
 * A requested page of a list.
 *
 * @param <K> type of the cursor
 * @param limit maximum number of rows, at least 1, or null for all
 * @param after cursor: the row to start after, or null to start at the beginning
 * @param sort sort order, or null for the list's default
 */
public record Page<K>(Long limit, K after, Sort sort) {}
