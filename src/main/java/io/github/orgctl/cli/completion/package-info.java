/**
 * Completion: the scripts for bash, zsh and fish, and the candidates that they ask the program for. Used by {@code
 * cli.app} and the completion command.
 */
package io.github.orgctl.cli.completion;
