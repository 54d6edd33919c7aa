/** Services that copy, back up, dump and restore whole stores. Used by the command line. */
package io.github.orgctl.core.transfer;
