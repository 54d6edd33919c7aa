package io.github.orgctl.store.postgres;

import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.model.value.Count;
import io.github.orgctl.store.jdbc.Sql;
import io.github.orgctl.store.jdbc.SqlProblem;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;

/** Checks that indexes are valid and foreign keys are satisfied, since the server allows both to be disabled. */
final class PostgresCheck {
    private static final String INVALID = "SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
            + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema()"
            + " AND NOT (i.indisvalid AND i.indisready)";
    private static final String KEYS = "SELECT c.conrelid::regclass::text, c.confrelid::regclass::text,"
            + " (SELECT string_agg('r.' || a.attname || ' = t.' || b.attname, ' AND ') FROM"
            + " unnest(c.conkey, c.confkey) AS k (own, other)"
            + " JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own"
            + " JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = k.other),"
            + " (SELECT string_agg('r.' || a.attname || ' IS NOT NULL', ' AND ') FROM unnest(c.conkey) AS k (own)"
            + " JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own)"
            + " FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace"
            + " WHERE c.contype = 'f' AND n.nspname = current_schema() ORDER BY 1, 2";

    /** A foreign key: both tables and its SQL conditions. */
    private record ForeignKey(String from, String to, String matches, String isSet) {}

    private final Connection connection;

    PostgresCheck(Connection connection) {
        this.connection = connection;
    }

    void run(List<Finding> findings) throws SQLException {
        findings.add(indexes());
        findings.add(foreignKeys());
    }

    private Finding indexes() throws SQLException {
        List<String> invalid = new ArrayList<>();
        Savepoint before = connection.setSavepoint();
        try (Sql row = new Sql(connection, INVALID)) {
            while (row.next()) {
                invalid.add(row.text(1));
            }
        } catch (SqlProblem unknown) {
            connection.rollback(before);
            return new Finding("integrity", true, "unknown on this server");
        }
        return new Finding(
                "integrity",
                invalid.isEmpty(),
                invalid.isEmpty()
                        ? "the server found no problems"
                        : "invalid indexes: " + String.join(", ", invalid) + "; rebuild them with REINDEX");
    }

    private Finding foreignKeys() throws SQLException {
        long broken = 0;
        Savepoint before = connection.setSavepoint();
        try {
            for (ForeignKey key : keys()) {
                broken += broken(key);
            }
        } catch (SqlProblem unknown) {
            connection.rollback(before);
            return new Finding("foreign keys", true, "unknown on this server");
        }
        return new Finding(
                "foreign keys",
                broken == 0,
                (broken == 0 ? "no row" : Count.of(broken, "row")) + " referring to a missing one");
    }

    private List<ForeignKey> keys() {
        List<ForeignKey> keys = new ArrayList<>();
        try (Sql row = new Sql(connection, KEYS)) {
            while (row.next()) {
                keys.add(new ForeignKey(row.text(1), row.text(2), row.text(3), row.text(4)));
            }
        }
        return keys;
    }

    private long broken(ForeignKey key) {
        try (Sql row = new Sql(
                connection,
                "SELECT COUNT(*) FROM " + key.from() + " r WHERE " + key.isSet() + " AND NOT EXISTS (SELECT 1 FROM "
                        + key.to() + " t WHERE " + key.matches() + ")")) {
            row.next();
            return row.number(1);
        }
    }
}
