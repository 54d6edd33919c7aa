package io.github.orgctl.core.model.value;

/**
 * Requested page of a list.
 *
 * @param <K> the resource that is listed
 * @param limit the highest number of rows, at least 1, or null for all
 * @param after the row behind which to go on, or null to begin at the start
 * @param sort the order, or null for the list's own
 */
public record Page<K>(Long limit, K after, Sort sort) {}
