package io.github.orgctl.store.table;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.RotationPeriod;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretMark;
import io.github.orgctl.core.model.configuration.SecretPolicy;
import io.github.orgctl.core.model.configuration.SecretRename;
import io.github.orgctl.core.model.configuration.SecretVersion;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.SecretVersionRepository;
import io.github.orgctl.store.jdbc.RowReader;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The tables {@code secret_version} and {@code secret_policy}, and the present versions in {@code environment_value}. */
final class SecretVersionTable implements SecretVersionRepository {
    private static final String COLUMNS =
            "environment_id, key, version, kind, value, digest, created_at, updated_at, valued_at, number, template";
    private static final String ALL = "(SELECT " + COLUMNS + ", 0 AS earlier FROM environment_value"
            + " WHERE environment_id = ? AND kind <> 'value' UNION ALL SELECT " + COLUMNS
            + ", 1 AS earlier FROM secret_version WHERE environment_id = ?)";
    private static final String SELECT = "SELECT v.key, v.version, v.kind, v.value, v.digest, v.created_at,"
            + " v.updated_at, v.valued_at, v.number, v.earlier, r.at, r.actor, v.template FROM " + ALL
            + " v LEFT JOIN environment_revision r ON r.environment_id = v.environment_id AND r.number = v.number";

    private final Connection connection;

    SecretVersionTable(Connection connection) {
        this.connection = connection;
    }

    /** Keeps the present version of a secret that is about to be replaced or removed. */
    void keepPresent(Id environmentId, Key key) {
        new Sql(
                        connection,
                        "INSERT INTO secret_version (" + COLUMNS + ") SELECT " + COLUMNS
                                + " FROM environment_value WHERE environment_id = ? AND key = ? AND kind <> 'value'")
                .with(environmentId.value())
                .with(key.path())
                .run();
    }

    @Override
    public List<SecretVersion> all(Id environmentId, Key key) {
        return versions(new Sql(connection, SELECT + " WHERE v.key = ? ORDER BY v.version DESC")
                .with(environmentId.value())
                .with(environmentId.value())
                .with(key.path()));
    }

    private static List<SecretVersion> versions(Sql rows) {
        List<SecretVersion> versions = new ArrayList<>();
        try (Sql row = rows) {
            while (row.next()) {
                versions.add(VERSION.read(row));
            }
        }
        return versions;
    }

    private static final RowReader<SecretVersion> VERSION = new RowReader<>() {
        @Override
        public String noun() {
            return "secret";
        }

        @Override
        public SecretVersion map(Sql row) {
            Secret secret = SecretTable.checked(new Secret(
                    new Key(row.text(1)),
                    row.number(2),
                    SecretTable.kind(row.text(3)),
                    row.text(4),
                    row.text(5),
                    row.number(13) == 1,
                    row.time(6),
                    row.time(7),
                    row.time(8)));
            return new SecretVersion(secret, row.number(10) == 0, row.number(9), row.time(11), row.text(12));
        }
    };

    @Override
    public Map<Key, Long> newest(Id environmentId) {
        Map<Key, Long> newest = new TreeMap<>();
        try (Sql query = new Sql(
                        connection,
                        "SELECT key, MAX(version) FROM secret_version WHERE environment_id = ? GROUP BY key")
                .with(environmentId.value())) {
            while (query.next()) {
                newest.put(query.key(1), query.number(2));
            }
        }
        return newest;
    }

    /** A key may have versions of another secret, which was renamed to it: the history says which value it had. */
    @Override
    public Map<Key, Secret> at(Id environmentId, long revision) {
        Map<Key, SecretMark> marks = new SecretTable(connection).marksAt(environmentId, revision);
        Map<Key, Secret> secrets = new TreeMap<>();
        for (SecretVersion version :
                versions(new Sql(connection, SELECT + " WHERE v.number <= ? ORDER BY v.key, v.version DESC")
                        .with(environmentId.value())
                        .with(environmentId.value())
                        .with(revision))) {
            Secret secret = version.secret();
            if (secret.mark().equals(marks.get(secret.key()))) {
                secrets.putIfAbsent(secret.key(), secret);
            }
        }
        return secrets;
    }

    @Override
    public List<SecretRename> renamesSince(Id environmentId, long revision) {
        List<SecretRename> renames = new ArrayList<>();
        try (Sql query = new Sql(
                        connection,
                        "SELECT MAX(CASE WHEN value_after IS NULL THEN key END),"
                                + " MAX(CASE WHEN value_before IS NULL THEN key END) FROM environment_change"
                                + " WHERE environment_id = ? AND number > ? AND secret = 1 GROUP BY number"
                                + " HAVING COUNT(*) - COUNT(value_after) = 1 AND COUNT(*) - COUNT(value_before) = 1"
                                + " ORDER BY number")
                .with(environmentId.value())
                .with(revision)) {
            while (query.next()) {
                renames.add(new SecretRename(query.key(1), query.key(2)));
            }
        }
        return renames;
    }

    @Override
    public void move(Id environmentId, Key key, NavigableMap<Long, Secret> versions) {
        for (Map.Entry<Long, Secret> version : versions.entrySet()) {
            if (!isMadeCurrent(environmentId, key, version.getKey(), version.getValue())) {
                move(environmentId, key, version.getKey(), version.getValue());
            }
        }
    }

    private boolean isMadeCurrent(Id environmentId, Key key, long number, Secret current) {
        long updated = new Sql(
                        connection,
                        "UPDATE environment_value SET number = (SELECT v.number FROM secret_version v"
                                + " WHERE v.environment_id = environment_value.environment_id AND v.key = ?"
                                + " AND v.version = ?) WHERE environment_id = ? AND key = ? AND version = ?"
                                + " AND kind <> 'value'")
                .with(key.path())
                .with(number)
                .with(environmentId.value())
                .with(current.key().path())
                .with(current.version())
                .run();
        return updated > 0 && delete(environmentId, key, number) > 0;
    }

    private long delete(Id environmentId, Key key, long number) {
        return new Sql(connection, "DELETE FROM secret_version WHERE environment_id = ? AND key = ? AND version = ?")
                .with(environmentId.value())
                .with(key.path())
                .with(number)
                .run();
    }

    private void move(Id environmentId, Key key, long number, Secret moved) {
        try (Sql update = new Sql(
                        connection,
                        "UPDATE secret_version SET key = ?, version = ?, value = ?, digest = "
                                + (moved.isReference() ? "NULL" : "?")
                                + " WHERE environment_id = ? AND key = ? AND version = ?")
                .with(moved.key().path())
                .with(moved.version())
                .with(moved.content())) {
            if (!moved.isReference()) {
                update.with(moved.digest());
            }
            update.with(environmentId.value()).with(key.path()).with(number).runAgain();
        }
    }

    @Override
    public long deleteUpTo(Id environmentId, Key key, long version) {
        return new Sql(connection, "DELETE FROM secret_version WHERE environment_id = ? AND key = ? AND version <= ?")
                .with(environmentId.value())
                .with(key.path())
                .with(version)
                .run();
    }

    @Override
    public Map<Key, SecretPolicy> policies(Id environmentId) {
        Map<Key, SecretPolicy> policies = new TreeMap<>();
        try (Sql query = new Sql(
                        connection,
                        "SELECT key, keep_versions, expires_at, rotate_every, note FROM secret_policy"
                                + " WHERE environment_id = ?")
                .with(environmentId.value())) {
            while (query.next()) {
                long keep = query.number(2);
                policies.put(
                        query.key(1),
                        new SecretPolicy(
                                keep == 0 ? null : (Long) keep,
                                query.time(3),
                                query.text(4) == null ? null : query.value(4, "rotation period", RotationPeriod::new),
                                query.value(5, "note", Description::new)));
            }
        }
        return policies;
    }

    @Override
    public List<Id> environmentsWithDates() {
        List<Id> ids = new ArrayList<>();
        try (Sql query = new Sql(
                connection,
                "SELECT DISTINCT environment_id FROM secret_policy"
                        + " WHERE expires_at IS NOT NULL OR rotate_every IS NOT NULL ORDER BY environment_id")) {
            while (query.next()) {
                ids.add(query.id(1));
            }
        }
        return ids;
    }

    @Override
    public void put(Id environmentId, Key key, SecretPolicy policy) {
        deletePolicy(environmentId, key);
        try (Sql insert = new Sql(
                        connection,
                        "INSERT INTO secret_policy (environment_id, key, keep_versions, expires_at, rotate_every, note)"
                                + " VALUES (?, ?, " + policy.keepVersions() + ", ?, "
                                + (policy.rotateEvery() == null ? "NULL" : "?") + ", ?)")
                .with(environmentId.value())
                .with(key.path())
                .with(policy.expiresAt())) {
            if (policy.rotateEvery() != null) {
                insert.with(policy.rotateEvery().text());
            }
            insert.with(policy.note().value()).runAgain();
        }
    }

    @Override
    public void deletePolicy(Id environmentId, Key key) {
        new Sql(connection, "DELETE FROM secret_policy WHERE environment_id = ? AND key = ?")
                .with(environmentId.value())
                .with(key.path())
                .run();
    }
}
