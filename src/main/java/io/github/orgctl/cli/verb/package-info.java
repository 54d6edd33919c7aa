/**
 * The framework of all commands: nouns, the kinds of verbs that read, the life cycle of a command, sessions and error
 * reporting. Used by the commands, completion and {@code cli.app}.
 */
package io.github.orgctl.cli.verb;
