/**
 * Opens the store in a SQLite file or a PostgreSQL database. Used by {@code cli.verb}, {@code cli.settings} and
 * completion.
 */
package io.github.orgctl.store;
