/**
 * The program as a function of its arguments, streams and environment: the registry of nouns, the parser of command
 * lines, help, and the training of the class archive. Only the entry point uses it.
 */
package io.github.orgctl.cli.app;
