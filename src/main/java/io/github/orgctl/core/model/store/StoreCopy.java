package io.github.orgctl.core.model.store;

/**
 * Result of copying a store's content to another store.
 *
 * @param from display name of the source
 * @param to display name of the target
 * @param rows number of rows in all tables
 * @param digest SHA-256 of all rows, identical in both
 */
public record StoreCopy(String from, String to, long rows, String digest) {}
