package io.github.orgctl.cli.verb;

/**
 * A command line that shows a use of a verb.
 *
 * @param caption what it does, in the imperative and without a full stop
 * @param commandLine as it is typed in a shell
 */
public record Example(String caption, String commandLine) {}
