/** Help topics: what holds for every command, such as exit codes and references, and the layout of all help texts. */
package io.github.orgctl.cli.help;
