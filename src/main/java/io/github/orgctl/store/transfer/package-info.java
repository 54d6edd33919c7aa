/** Copies all rows out of a store or replaces them. */
package io.github.orgctl.store.transfer;
