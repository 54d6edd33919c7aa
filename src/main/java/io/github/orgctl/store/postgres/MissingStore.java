package io.github.orgctl.store.postgres;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.store.jdbc.Migrations;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds out why a PostgreSQL store was not found. Tables that are not visible may exist: the server silently drops
 * schemas from the search path if the user lacks the USAGE privilege on them.
 */
final class MissingStore {
    private final Connection connection;
    private final PostgresAddress address;

    MissingStore(Connection connection, PostgresAddress address) {
        this.connection = connection;
        this.address = address;
    }

    /**
     * @throws Failure FORBIDDEN if there is, or may be, a store that the user may not access; NOT_FOUND if the schema
     *     does not exist; DAMAGED if the tables belong to another program
     */
    void reject(Migrations migrations) {
        List<String> path = searchPath();
        List<String> hidden = hidden(path);
        String current = text("SELECT current_schema()");
        String denied = current == null && !hidden.isEmpty() ? hidden.get(0) : hiddenStore(hidden);
        if (denied != null) {
            throw new Failure(
                    Failure.Kind.FORBIDDEN,
                    "the store " + address.shown() + " can't be read: " + address.user() + " may not use the schema '"
                            + denied + "'",
                    "as its owner: GRANT USAGE ON SCHEMA " + denied + " TO " + address.user());
        }
        if (current == null) {
            throw new Failure(
                    Failure.Kind.NOT_FOUND,
                    "the database " + address.shown() + " has no schema '" + String.join("', '", path) + "'",
                    "create it with: CREATE SCHEMA " + path.get(0));
        }
        rejectForeign(migrations.relations());
    }

    /** Schemas named by the user's search path, whether they exist or not. */
    private List<String> searchPath() {
        List<String> names = new ArrayList<>();
        for (String name : text("SELECT current_setting('search_path')").split(",")) {
            String plain = name.strip().replaceAll("^\"|\"$", "");
            names.add(plain.equals("$user") ? text("SELECT current_user") : plain);
        }
        return names;
    }

    private List<String> hidden(List<String> path) {
        List<String> hidden = new ArrayList<>();
        for (String schema : path) {
            try (Sql query = new Sql(
                            connection,
                            "SELECT nspname FROM pg_namespace WHERE nspname = ?"
                                    + " AND NOT has_schema_privilege(oid, 'USAGE')")
                    .with(schema)) {
                if (query.next()) {
                    hidden.add(schema);
                }
            }
        }
        return hidden;
    }

    private String hiddenStore(List<String> hidden) {
        for (String schema : hidden) {
            try (Sql query = new Sql(
                            connection,
                            "SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                                    + " WHERE n.nspname = ? AND c.relname = 'orgctl_schema'")
                    .with(schema)) {
                if (query.next()) {
                    return schema;
                }
            }
        }
        return null;
    }

    private void rejectForeign(List<String> ours) {
        String names = "'" + String.join("', '", ours) + "'";
        String found = text("SELECT MIN(c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE n.nspname = current_schema() AND c.relname IN (" + names + ")");
        if (found != null) {
            throw new Failure(
                    Failure.Kind.DAMAGED,
                    "the database " + address.shown() + " contains another program's table '" + found + "'",
                    "use a separate database or schema");
        }
    }

    private String text(String select) {
        try (Sql query = new Sql(connection, select)) {
            return query.next() ? query.text(1) : null;
        }
    }
}
