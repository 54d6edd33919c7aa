/**
 * The commands: one file per noun with its verbs nested; a large verb has a file of its own. A verb declares its
 * parameters and makes one service call. Only the registry of nouns uses it.
 */
package io.github.orgctl.cli.command;
