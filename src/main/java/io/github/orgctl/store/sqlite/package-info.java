/** SQLite: its connections, files, locks and checks. Used within {@code store} only. */
package io.github.orgctl.store.sqlite;
