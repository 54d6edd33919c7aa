/** PostgreSQL: addresses, connections, passwords and problems. Used within {@code store} only. */
package io.github.orgctl.store.postgres;
