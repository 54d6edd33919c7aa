/** Text on a terminal: how wide it is, and how control characters in it are made visible. Depends on nothing else here. */
package io.github.orgctl.cli.text;
