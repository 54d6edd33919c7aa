/**
 * JDBC plumbing shared by both engines: statements, rows, paging, retries and migrations. Used within {@code store}
 * only.
 */
package io.github.orgctl.store.jdbc;
