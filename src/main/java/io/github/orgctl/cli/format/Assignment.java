package io.github.orgctl.cli.format;

import io.github.orgctl.core.model.configuration.Key;

/**
 * A key and the text after its {@code =} on the command line.
 *
 * @param text a value, or where to read it
 */
public record Assignment(Key key, String text) {}
