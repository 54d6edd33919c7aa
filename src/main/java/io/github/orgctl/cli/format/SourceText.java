package io.github.orgctl.cli.format;

/**
 * Text of a file with documents.
 *
 * @param name file name in messages
 * @param isJson whether it must be JSON; otherwise YAML
 */
public record SourceText(String name, String text, boolean isJson) {}
