package io.github.orgctl.cli.reply;

import java.util.List;

/**
 * Outcome of a command line that the dashboard ran.
 *
 * @param done whether it succeeded
 * @param lines its output, then notices, error and hint
 */
public record Outcome(boolean done, List<String> lines) {}
