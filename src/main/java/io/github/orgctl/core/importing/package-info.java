/** Imports many resources from rows, by the services that a single command uses. Used by the command line. */
package io.github.orgctl.core.importing;
