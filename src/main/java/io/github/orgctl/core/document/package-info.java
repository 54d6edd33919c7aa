/**
 * Documents that describe organizations and projects: exporting them, comparing them with the store, and applying them.
 * Used by the command line.
 */
package io.github.orgctl.core.document;
