/** PostgreSQL: addresses, connections, passwords and error translation. Used within {@code store} only. */
package io.github.orgctl.store.postgres;
