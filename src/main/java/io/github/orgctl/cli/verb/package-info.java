/**
 * What all commands share: nouns, the kinds of verbs, the life cycle of a command, its session, its reply and how
 * errors are reported. Used by the commands, completion and {@code cli.app}.
 */
package io.github.orgctl.cli.verb;
