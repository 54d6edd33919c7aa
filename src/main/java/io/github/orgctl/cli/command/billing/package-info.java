/** The commands of {@code billing}. Used by the registry of nouns. */
package io.github.orgctl.cli.command.billing;
