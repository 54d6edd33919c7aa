package io.github.orgctl.store;

import io.github.orgctl.core.model.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.List;

/** The checks that only a SQLite file needs. */
final class SqliteCheck {
    private final SqliteFile store;
    private final Connection connection;

    SqliteCheck(SqliteFile store, Connection connection) {
        this.store = store;
        this.connection = connection;
    }

    void run(List<Finding> findings) {
        findings.add(integrity());
        findings.add(foreignKeys());
        findings.add(expected("application id", "application_id", Integer.toString(SqliteFile.APPLICATION_ID)));
        findings.add(expected("journal mode", "journal_mode", "wal"));
        findings.add(permissions("file permissions", store.file().toPath(), "rw-------", "600"));
        findings.add(permissions("folder permissions", store.file().toPath().getParent(), "rwx------", "700"));
    }

    private Finding integrity() {
        try (Sql query = new Sql(connection, "PRAGMA integrity_check(1)")) {
            query.next();
            boolean ok = "ok".equals(query.text(1));
            return new Finding(
                    "integrity", ok, ok ? "SQLite finds nothing wrong" : query.text(1) + "; restore a backup");
        }
    }

    private Finding foreignKeys() {
        long broken = 0;
        try (Sql query = new Sql(connection, "PRAGMA foreign_key_check")) {
            while (query.next()) {
                broken++;
            }
        }
        return new Finding("foreign keys", broken == 0, broken + " rows refer to one that is not there");
    }

    private Finding expected(String check, String pragma, String value) {
        try (Sql query = new Sql(connection, "PRAGMA " + pragma)) {
            query.next();
            boolean ok = value.equals(query.text(1));
            return new Finding(check, ok, ok ? value : query.text(1) + " instead of " + value);
        }
    }

    /** That nobody else has rights which the owner does not need them to have. */
    private static Finding permissions(String check, Path path, String allowed, String octal) {
        try {
            var granted = Files.getPosixFilePermissions(path);
            boolean ok = PosixFilePermissions.fromString(allowed).containsAll(granted);
            String text = PosixFilePermissions.toString(granted);
            return new Finding(check, ok, ok ? text : text + " lets others in: chmod " + octal + " " + path);
        } catch (UnsupportedOperationException | IOException unknown) {
            return new Finding(check, true, "not known on this system");
        }
    }
}
