/**
 * The stores: opens a SQLite file or a PostgreSQL database by its location. Used by {@code cli.verb}, {@code
 * cli.settings} and completion.
 */
package io.github.orgctl.store;
