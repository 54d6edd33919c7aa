package io.github.orgctl.store.sqlite;

import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.model.value.Count;
import io.github.orgctl.store.jdbc.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.List;

/** Checks that apply only to SQLite files. */
final class SqliteCheck {
    private final SqliteFile store;
    private final Connection connection;

    SqliteCheck(SqliteFile store, Connection connection) {
        this.store = store;
        this.connection = connection;
    }

    void run(List<Finding> findings) {
        findings.add(expected("application id", "application_id", Integer.toString(SqliteHeader.APPLICATION_ID)));
        findings.add(journalMode());
        findings.add(names());
        findings.add(permissions("file permissions", store.file().toPath(), "rw-------", "600"));
        findings.add(permissions("folder permissions", store.file().toPath().getParent(), "rwx------", "700"));
    }

    /** Checks the file's structure with SQLite's integrity check. */
    static Finding integrity(Connection connection) {
        try (Sql query = new Sql(connection, "PRAGMA integrity_check(1)")) {
            query.next();
            boolean ok = "ok".equals(query.text(1));
            return new Finding("integrity", ok, ok ? "SQLite found no problems" : query.text(1) + "; restore a backup");
        }
    }

    /** Checks that every foreign key refers to an existing row. */
    static Finding foreignKeys(Connection connection) {
        long broken = 0;
        try (Sql query = new Sql(connection, "PRAGMA foreign_key_check")) {
            while (query.next()) {
                broken++;
            }
        }
        return new Finding(
                "foreign keys",
                broken == 0,
                (broken == 0 ? "no row" : Count.of(broken, "row")) + " referring to a missing one");
    }

    private Finding expected(String check, String pragma, String value) {
        try (Sql query = new Sql(connection, "PRAGMA " + pragma)) {
            query.next();
            boolean ok = value.equals(query.text(1));
            return new Finding(check, ok, ok ? value : query.text(1) + " instead of " + value);
        }
    }

    /** Read from the file's header: a connection to a copy has its own journal mode. */
    private Finding journalMode() {
        boolean wal = store.header(Integer.MAX_VALUE).isWal();
        return new Finding("journal mode", wal, wal ? "wal" : "not wal");
    }

    private Finding names() {
        String problem = new StoreNames(store.file()).problem();
        return new Finding("file names", problem == null, problem == null ? "the file has one name" : problem);
    }

    /** Checks that a file's permissions do not exceed the allowed ones. */
    private static Finding permissions(String check, Path path, String allowed, String octal) {
        try {
            var granted = Files.getPosixFilePermissions(path);
            boolean ok = PosixFilePermissions.fromString(allowed).containsAll(granted);
            String text = PosixFilePermissions.toString(granted);
            return new Finding(
                    check, ok, ok ? text : text + " is accessible to other users: chmod " + octal + " " + path);
        } catch (UnsupportedOperationException | IOException unknown) {
            return new Finding(check, true, "unknown on this system");
        }
    }
}
