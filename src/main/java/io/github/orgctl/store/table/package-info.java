/** Repositories, one class per table. Used within {@code store} only. */
package io.github.orgctl.store.table;
