package io.github.orgctl.cli.host;

import io.github.orgctl.core.model.configuration.Variables;
import java.util.List;

/**
 * A program to be started by a command.
 *
 * @param command name and arguments
 * @param variables additional environment variables
 * @param cleanEnvironment whether to omit most inherited variables
 * @param mask whether to mask secrets in its output
 */
public record Launch(List<String> command, Variables variables, boolean cleanEnvironment, boolean mask) {}
