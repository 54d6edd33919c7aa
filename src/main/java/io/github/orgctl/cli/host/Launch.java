package io.github.orgctl.cli.host;

import io.github.orgctl.core.model.configuration.Variables;
import java.util.List;

/**
 * A program that a command is to start.
 *
 * @param command its name and its arguments
 * @param variables what it gets into its environment
 * @param cleanEnvironment whether it gets little else
 * @param mask whether secrets are replaced in its output
 */
public record Launch(List<String> command, Variables variables, boolean cleanEnvironment, boolean mask) {}
