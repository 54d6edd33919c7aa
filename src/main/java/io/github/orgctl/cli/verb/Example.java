package io.github.orgctl.cli.verb;

/**
 * An example of a command line.
 *
 * @param caption what it does, in the imperative and without a full stop
 * @param commandLine as typed in a shell
 */
public record Example(String caption, String commandLine) {}
