/** Portable dumps of stores, as they are written to files and read from them. */
package io.github.orgctl.cli.dump;
