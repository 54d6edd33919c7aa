package io.github.orgctl.cli.format;

/**
 * A text that documents are read from.
 *
 * @param name of the file, for messages
 * @param isJson whether it has to be JSON; else it is YAML
 */
public record SourceText(String name, String text, boolean isJson) {}
