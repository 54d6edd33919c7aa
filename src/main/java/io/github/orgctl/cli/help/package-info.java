/**
 * Help topics: what holds for every command, such as exit codes and references; the layout of all help texts; and the tree
 * of commands as data. Used by the commands and {@code cli.app}.
 */
package io.github.orgctl.cli.help;
