package io.github.orgctl.store.table;

import static io.github.orgctl.store.jdbc.ColumnUse.fixed;
import static io.github.orgctl.store.jdbc.ColumnUse.primary;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.SealedSecret;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretChange;
import io.github.orgctl.core.model.configuration.SecretKind;
import io.github.orgctl.core.model.configuration.SecretMark;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.SecretRepository;
import io.github.orgctl.store.jdbc.Column;
import io.github.orgctl.store.jdbc.ColumnUse;
import io.github.orgctl.store.jdbc.Columns;
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
    /** How the table names a secret whose value it holds: {@code value} is a value that is no secret. */
    private static final String SEALED = "secret";

    /** A secret of an environment. */
    private record Kept(Id environmentId, Secret secret) {}

    private enum Field implements Column<Kept> {
        ENVIRONMENT_ID(primary("environment_id")),
        KEY(primary("key")),
        KIND(fixed("kind")),
        VALUE(fixed("value")),
        DIGEST(fixed("digest")),
        CREATED_AT(fixed("created_at")),
        UPDATED_AT(fixed("updated_at"));

        private final ColumnUse use;

        Field(ColumnUse use) {
            this.use = use;
        }

        @Override
        public ColumnUse use() {
            return use;
        }

        @Override
        public Object of(Kept row) {
            return switch (this) {
                case ENVIRONMENT_ID -> row.environmentId.value();
                case KEY -> row.secret.key().path();
                case KIND -> row.secret.isReference() ? row.secret.kind().toString() : SEALED;
                case VALUE -> row.secret.content();
                case DIGEST -> row.secret.digest();
                case CREATED_AT -> Column.millis(row.secret.createdAt());
                case UPDATED_AT -> Column.millis(row.secret.updatedAt());
            };
        }
    }

    /** A change of a secret, of which only its marks are kept. */
    private record Changed(Environment environment, SecretChange change) {}

    private enum ChangeField implements Column<Changed> {
        ENVIRONMENT_ID(fixed("environment_id")),
        NUMBER(fixed("number")),
        KEY(fixed("key")),
        SECRET(fixed("secret")),
        VALUE_BEFORE(fixed("value_before")),
        VALUE_AFTER(fixed("value_after"));

        private final ColumnUse use;

        ChangeField(ColumnUse use) {
            this.use = use;
        }

        @Override
        public ColumnUse use() {
            return use;
        }

        @Override
        public Object of(Changed row) {
            return switch (this) {
                case ENVIRONMENT_ID -> row.environment.id().value();
                case NUMBER -> row.environment.revision();
                case KEY -> row.change.key().path();
                case SECRET -> 1L;
                case VALUE_BEFORE -> mark(row.change.before());
                case VALUE_AFTER -> mark(row.change.after());
            };
        }
    }

    private static final Columns<Kept> COLUMNS = new Columns<>("environment_value", Field.values());
    private static final Columns<Changed> CHANGES = new Columns<>("environment_change", ChangeField.values());
    private static final String IS_SECRET = " AND kind <> 'value'";
    private static final String SELECT = COLUMNS.select() + "environment_value WHERE environment_id = ?" + IS_SECRET;
    private static final String SELECT_KEYS =
            "SELECT " + Field.KEY.use().expression() + " FROM environment_value WHERE environment_id = ?" + IS_SECRET;
    // The first condition lets the index be used.
    private static final String ALL_SEALED =
            COLUMNS.select() + "environment_value WHERE kind <> 'value' AND kind = '" + SEALED + "'";

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
        try (Sql query = new Sql(connection, SELECT_KEYS).with(environmentId.value())) {
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
        String kind = row.text(Field.KIND);
        return new Secret(
                new Key(row.text(Field.KEY)),
                kind.equals(SEALED) ? SecretKind.VALUE : SecretKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                row.text(Field.VALUE),
                row.text(Field.DIGEST),
                row.time(Field.CREATED_AT),
                row.time(Field.UPDATED_AT));
    }

    /** What is now, with every later change taken back. */
    @Override
    public Map<Key, SecretMark> marksAt(Id environmentId, long revision) {
        Map<Key, SecretMark> marks = new TreeMap<>();
        current(environmentId).forEach((key, secret) -> marks.put(key, secret.mark()));
        Set<Key> seen = new HashSet<>();
        try (Sql query = new Sql(
                        connection,
                        CHANGES.select() + "environment_change"
                                + " WHERE environment_id = ? AND number > ? AND secret = 1 ORDER BY number")
                .with(environmentId.value())
                .with(revision)) {
            while (query.next()) {
                Key key = new Key(query.text(ChangeField.KEY));
                String before = query.text(ChangeField.VALUE_BEFORE);
                if (seen.add(key)) {
                    marks.compute(key, (same, now) -> before == null ? null : new SecretMark(before));
                }
            }
        }
        return marks;
    }

    @Override
    public void change(Environment environment, List<SecretChange> changes) {
        for (SecretChange change : changes) {
            if (change.before() != null) {
                COLUMNS.delete(connection, new Kept(environment.id(), change.before()), IS_SECRET);
            }
            if (change.after() != null) {
                COLUMNS.insert(connection, new Kept(environment.id(), change.after()));
            }
            CHANGES.insert(connection, new Changed(environment, change));
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
        try (Sql query = new Sql(connection, ALL_SEALED + order)) {
            while (query.next()) {
                secrets.add(new SealedSecret(
                        new Id(query.text(Field.ENVIRONMENT_ID)),
                        new Key(query.text(Field.KEY)),
                        query.text(Field.VALUE)));
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
