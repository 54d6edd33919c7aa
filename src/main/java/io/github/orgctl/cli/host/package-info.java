/**
 * The machine that a command runs on: streams, files, environment, child processes, signals, and messages to the user.
 * Used by all of {@code cli} except {@code cli.output} and {@code cli.shape}.
 */
package io.github.orgctl.cli.host;
