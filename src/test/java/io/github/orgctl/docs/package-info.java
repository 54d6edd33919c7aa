/**
 * Keeps the documentation true: writes the pages that are generated from the program's own declarations, runs every
 * command that a page shows, and follows every link.
 */
package io.github.orgctl.docs;
