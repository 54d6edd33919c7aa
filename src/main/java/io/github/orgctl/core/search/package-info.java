/** Searches the store. */
package io.github.orgctl.core.search;
