package io.github.orgctl.core.model.store;

/**
 * Result of a consistency check.
 *
 * @param check name of the check, such as {@code foreign keys}
 * @param ok whether it passed
 * @param detail the problem and its solution, or what was counted
 */
public record Finding(String check, boolean ok, String detail) {}
