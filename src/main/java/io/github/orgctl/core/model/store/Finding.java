package io.github.orgctl.core.model.store;

/**
 * The outcome of one check.
 *
 * @param check what was looked at, such as {@code foreign keys}
 * @param ok whether all is well
 * @param detail what was found wrong and what to do, or what was counted
 */
public record Finding(String check, boolean ok, String detail) {}
