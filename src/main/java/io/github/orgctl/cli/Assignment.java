package io.github.orgctl.cli;

import io.github.orgctl.core.model.Key;

/**
 * A key with what stands behind its {@code =} on the command line.
 *
 * @param text a value, or where to read it
 */
public record Assignment(Key key, String text) {}
