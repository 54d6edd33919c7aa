package io.github.orgctl.store.table;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SealedSecret;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretChange;
import io.github.orgctl.core.model.configuration.SecretKind;
import io.github.orgctl.core.model.configuration.SecretMark;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.SecretRepository;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The secrets in {@code environment_value} and {@code environment_change}. */
final class SecretTable implements SecretRepository {
    private static final String SELECT = "SELECT key, kind, value, digest, created_at, updated_at"
            + " FROM environment_value WHERE environment_id = ? AND kind <> 'value'";

    /** How the table names a secret whose value it holds: {@code value} is a value that is no secret. */
    private static final String SEALED = "secret";

    private final Connection connection;

    SecretTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public NavigableMap<Key, Secret> current(Id environmentId) {
        NavigableMap<Key, Secret> secrets = new TreeMap<>();
        try (Sql query = new Sql(connection, SELECT).with(environmentId.value())) {
            while (query.next()) {
                Secret secret = secret(query);
                secrets.put(secret.key(), secret);
            }
        }
        return secrets;
    }

    @Override
    public NavigableSet<Key> keys(Id environmentId) {
        NavigableSet<Key> keys = new TreeSet<>();
        try (Sql query = new Sql(
                        connection, "SELECT key FROM environment_value WHERE environment_id = ? AND kind <> 'value'")
                .with(environmentId.value())) {
            while (query.next()) {
                keys.add(new Key(query.text(1)));
            }
        }
        return keys;
    }

    @Override
    public Optional<Secret> find(Id environmentId, Key key) {
        try (Sql query = new Sql(connection, SELECT + " AND key = ?")
                .with(environmentId.value())
                .with(key.path())) {
            return query.next() ? Optional.of(secret(query)) : Optional.empty();
        }
    }

    private static Secret secret(Sql row) {
        String kind = row.text(2);
        return new Secret(
                new Key(row.text(1)),
                kind.equals(SEALED) ? SecretKind.VALUE : SecretKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                row.text(3),
                row.text(4),
                row.time(5),
                row.time(6));
    }

    /** What is now, with every later change taken back. */
    @Override
    public Map<Key, SecretMark> marksAt(Id environmentId, long revision) {
        Map<Key, SecretMark> marks = new TreeMap<>();
        current(environmentId).forEach((key, secret) -> marks.put(key, secret.mark()));
        Set<Key> seen = new HashSet<>();
        try (Sql query = new Sql(
                        connection,
                        "SELECT key, value_before FROM environment_change"
                                + " WHERE environment_id = ? AND number > ? AND secret = 1 ORDER BY number")
                .with(environmentId.value())
                .with(revision)) {
            while (query.next()) {
                Key key = new Key(query.text(1));
                String before = query.text(2);
                if (seen.add(key)) {
                    marks.compute(key, (same, now) -> before == null ? null : new SecretMark(before));
                }
            }
        }
        return marks;
    }

    @Override
    public void change(Environment environment, List<SecretChange> changes) {
        write(environment, changes);
        remember(environment, changes);
    }

    private void write(Environment environment, List<SecretChange> changes) {
        try (Sql remove = new Sql(
                        connection,
                        "DELETE FROM environment_value WHERE environment_id = ? AND key = ? AND kind <> 'value'");
                Sql put = new Sql(
                        connection,
                        "INSERT INTO environment_value"
                                + " (environment_id, key, kind, value, digest, created_at, updated_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (SecretChange change : changes) {
                remove.with(environment.id().value()).with(change.key().path()).runAgain();
                Secret after = change.after();
                if (after != null) {
                    put.with(environment.id().value())
                            .with(after.key().path())
                            .with(after.isReference() ? after.kind().toString() : SEALED)
                            .with(after.content())
                            .with(after.digest())
                            .with(after.createdAt())
                            .with(after.updatedAt())
                            .runAgain();
                }
            }
        }
    }

    private void remember(Environment environment, List<SecretChange> changes) {
        try (Sql insert = new Sql(
                connection,
                "INSERT INTO environment_change (environment_id, number, key, secret, value_before, value_after)"
                        + " VALUES (?, ?, ?, 1, ?, ?)")) {
            for (SecretChange change : changes) {
                insert.with(environment.id().value())
                        .with(environment.revision())
                        .with(change.key().path())
                        .with(mark(change.before()))
                        .with(mark(change.after()))
                        .runAgain();
            }
        }
    }

    private static String mark(Secret secret) {
        return secret == null ? null : secret.mark().text();
    }

    @Override
    public Optional<SealedSecret> anySealed() {
        return sealed(" LIMIT 1").stream().findFirst();
    }

    @Override
    public List<SealedSecret> allSealed() {
        return sealed(" ORDER BY environment_id, key");
    }

    @Override
    public Map<Id, Long> countSealed() {
        Map<Id, Long> counts = new TreeMap<>();
        try (Sql query = new Sql(
                connection,
                "SELECT p.organization_id, COUNT(*) FROM environment_value v"
                        + " JOIN environment e ON e.id = v.environment_id JOIN project p ON p.id = e.project_id"
                        + " WHERE v.kind <> 'value' AND v.kind = 'secret' GROUP BY p.organization_id")) {
            while (query.next()) {
                counts.put(new Id(query.text(1)), query.number(2));
            }
        }
        return counts;
    }

    private List<SealedSecret> sealed(String order) {
        List<SealedSecret> secrets = new ArrayList<>();
        try (Sql query = new Sql(
                connection,
                // The first condition lets the index be used.
                "SELECT environment_id, key, value FROM environment_value"
                        + " WHERE kind <> 'value' AND kind = 'secret'" + order)) {
            while (query.next()) {
                secrets.add(new SealedSecret(new Id(query.text(1)), new Key(query.text(2)), query.text(3)));
            }
        }
        return secrets;
    }

    @Override
    public void reseal(List<SealedSecret> secrets) {
        try (Sql update = new Sql(
                connection,
                "UPDATE environment_value SET value = ? WHERE environment_id = ? AND key = ? AND kind = 'secret'")) {
            for (SealedSecret secret : secrets) {
                update.with(secret.text())
                        .with(secret.environmentId().value())
                        .with(secret.key().path())
                        .runAgain();
            }
        }
    }
}
