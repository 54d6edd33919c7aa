/**
 * Parameters of commands: their types, the conversion of words to values, and completion candidates. Used by everything
 * that declares or parses parameters.
 */
package io.github.orgctl.cli.parameter;
