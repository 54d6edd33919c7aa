package io.github.orgctl.cli.terminal;

/**
 * Pasted text, which may contain any characters.
 *
 * @param text its lines separated by line feeds
 */
public record Paste(String text) implements TerminalEvent {}
