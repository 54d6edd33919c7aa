/**
 * The parameters of commands: their types, how a word is converted to a value, and which candidates completion offers.
 * Used by everything that declares or parses parameters.
 */
package io.github.orgctl.cli.parameter;
