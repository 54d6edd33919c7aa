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
import io.github.orgctl.store.jdbc.RowReader;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    /**
     * A secret of an environment.
     *
     * @param number of the revision that made it
     */
    private record Kept(Id environmentId, Secret secret, long number) {}

    private enum Field implements Column<Kept> {
        ENVIRONMENT_ID(primary("environment_id")),
        KEY(primary("key")),
        KIND(fixed("kind")),
        VALUE(fixed("value")),
        DIGEST(fixed("digest")),
        CREATED_AT(fixed("created_at")),
        UPDATED_AT(fixed("updated_at")),
        VERSION(fixed("version")),
        VALUED_AT(fixed("valued_at")),
        TEMPLATE(fixed("template")),
        NUMBER(fixed("number"));

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
                case VERSION -> row.secret.version();
                case TEMPLATE -> row.secret.template() ? 1L : 0L;
                case VALUED_AT -> Column.millis(row.secret.valuedAt());
                case NUMBER -> row.number;
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
    // Every table that holds ciphertexts. The first condition lets the index be used.
    private static final String[] SEALED_TABLES = {"environment_value", "secret_version"};
    private static final String IS_SEALED = " WHERE kind <> 'value' AND kind = '" + SEALED + "'";

    private final Connection connection;

    SecretTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public NavigableMap<Key, Secret> current(Id environmentId) {
        NavigableMap<Key, Secret> secrets = new TreeMap<>();
        try (Sql query = new Sql(connection, SELECT).with(environmentId.value())) {
            while (query.next()) {
                Secret secret = SECRET.read(query);
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
                keys.add(query.key(1));
            }
        }
        return keys;
    }

    @Override
    public Optional<Secret> find(Id environmentId, Key key) {
        try (Sql query = new Sql(connection, SELECT + " AND key = ?")
                .with(environmentId.value())
                .with(key.path())) {
            return query.next() ? Optional.of(SECRET.read(query)) : Optional.empty();
        }
    }

    private static final RowReader<Secret> SECRET = new RowReader<>() {
        @Override
        public String noun() {
            return "secret";
        }

        @Override
        public Secret map(Sql row) {
            return checked(new Secret(
                    new Key(row.text(Field.KEY)),
                    row.number(Field.VERSION),
                    kind(row.text(Field.KIND)),
                    row.text(Field.VALUE),
                    row.text(Field.DIGEST),
                    row.number(Field.TEMPLATE) == 1,
                    row.time(Field.CREATED_AT),
                    row.time(Field.UPDATED_AT),
                    row.time(Field.VALUED_AT)));
        }
    };

    /** Returns the secret. A malformed reference fails here, not where it is used. */
    static Secret checked(Secret secret) {
        secret.mark();
        return secret;
    }

    static SecretKind kind(String word) {
        if (word.equals(SEALED)) {
            return SecretKind.VALUE;
        }
        for (SecretKind kind : SecretKind.values()) {
            if (kind.toString().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is not a kind of secret");
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
                Key key = query.key(ChangeField.KEY.place());
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
        SecretVersionTable versions = new SecretVersionTable(connection);
        for (SecretChange change : changes) {
            if (change.before() != null) {
                versions.keepPresent(environment.id(), change.key());
                COLUMNS.delete(connection, new Kept(environment.id(), change.before(), 0), IS_SECRET);
            }
            if (change.after() != null) {
                COLUMNS.insert(connection, new Kept(environment.id(), change.after(), environment.revision()));
            }
            CHANGES.insert(connection, new Changed(environment, change));
        }
    }

    private static String mark(Secret secret) {
        return secret == null ? null : secret.mark().text();
    }

    @Override
    public List<Id> environmentsWithValues() {
        List<Id> ids = new ArrayList<>();
        try (Sql query = new Sql(
                connection,
                "SELECT DISTINCT environment_id FROM environment_value" + IS_SEALED + " ORDER BY environment_id")) {
            while (query.next()) {
                ids.add(query.id(1));
            }
        }
        return ids;
    }

    @Override
    public Optional<SealedSecret> anySealed() {
        return sealed(" LIMIT 1").stream().findFirst();
    }

    @Override
    public List<SealedSecret> allSealed() {
        return sealed(" ORDER BY environment_id, key, version");
    }

    @Override
    public Set<Long> encryptionKeys() {
        Set<Long> keys = new TreeSet<>();
        for (String table : SEALED_TABLES) {
            try (Sql query = new Sql(
                    connection,
                    "SELECT DISTINCT substr(value, 1, " + SealedSecret.BEGINNING + ") FROM " + table + IS_SEALED)) {
                while (query.next()) {
                    keys.add(SealedSecret.keyId(query.text(1)));
                }
            }
        }
        return keys;
    }

    @Override
    public Map<Id, Long> countSealed() {
        Map<Id, Long> counts = new TreeMap<>();
        for (String table : SEALED_TABLES) {
            try (Sql query = new Sql(
                    connection,
                    "SELECT p.organization_id, COUNT(*) FROM (SELECT environment_id FROM " + table + IS_SEALED
                            + ") v JOIN environment e ON e.id = v.environment_id"
                            + " JOIN project p ON p.id = e.project_id GROUP BY p.organization_id")) {
                while (query.next()) {
                    counts.merge(query.id(1), query.number(2), Long::sum);
                }
            }
        }
        return counts;
    }

    private List<SealedSecret> sealed(String order) {
        List<SealedSecret> secrets = new ArrayList<>();
        for (String table : SEALED_TABLES) {
            try (Sql query = new Sql(
                    connection, "SELECT environment_id, key, version, value FROM " + table + IS_SEALED + order)) {
                while (query.next()) {
                    secrets.add(new SealedSecret(query.id(1), query.key(2), query.number(3), query.text(4)));
                }
            }
        }
        return secrets;
    }

    /** A version stands in one of the tables. */
    @Override
    public void reseal(List<SealedSecret> secrets) {
        for (String table : SEALED_TABLES) {
            try (Sql update = new Sql(
                    connection,
                    "UPDATE " + table + " SET value = ? WHERE environment_id = ? AND key = ? AND version = ?"
                            + " AND kind = 'secret'")) {
                for (SealedSecret secret : secrets) {
                    update.with(secret.text())
                            .with(secret.environmentId().value())
                            .with(secret.key().path())
                            .with(secret.version())
                            .runAgain();
                }
            }
        }
    }
}
