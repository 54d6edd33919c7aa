/**
 * The machine that a command runs on: streams, files, environment, child processes, signals and messages to the person
 * at the keyboard. Used by all of {@code cli} but {@code cli.output} and {@code cli.shape}.
 */
package io.github.orgctl.cli.host;
