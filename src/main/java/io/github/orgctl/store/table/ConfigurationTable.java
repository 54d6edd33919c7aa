package io.github.orgctl.store.table;

import static io.github.orgctl.store.jdbc.ColumnUse.fixed;
import static io.github.orgctl.store.jdbc.ColumnUse.given;
import static io.github.orgctl.store.jdbc.ColumnUse.selected;

import io.github.orgctl.core.model.audit.RecordedState;
import io.github.orgctl.core.model.audit.RevisionProof;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.Revision;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.port.ConfigurationRepository;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.store.jdbc.Column;
import io.github.orgctl.store.jdbc.ColumnUse;
import io.github.orgctl.store.jdbc.Columns;
import io.github.orgctl.store.jdbc.Keyset;
import io.github.orgctl.store.jdbc.RowStream;
import io.github.orgctl.store.jdbc.Sql;
import io.github.orgctl.store.jdbc.StateReader;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The tables {@code environment_value}, {@code environment_revision} and {@code environment_change}. */
final class ConfigurationTable extends RowStream<Revision> implements ConfigurationRepository {
    private static final String KEYS = "(SELECT string_agg(c.key, ' ' ORDER BY c.key) FROM environment_change c"
            + " WHERE c.environment_id = r.environment_id AND c.number = r.number)";

    private enum Field implements Column<Revision> {
        NUMBER(fixed("r.number")),
        AT(fixed("r.at")),
        ACTOR(fixed("r.actor")),
        MESSAGE(fixed("r.message").unsorted()),
        CHANGED(selected(KEYS).unsorted()),
        ENVIRONMENT_ID(given("environment_id")),
        DIGEST(given("digest")),
        EVENT_ORGANIZATION_ID(given("event_organization_id")),
        EVENT_SEQUENCE(given("event_sequence"));

        private final ColumnUse use;

        Field(ColumnUse use) {
            this.use = use;
        }

        @Override
        public ColumnUse use() {
            return use;
        }

        @Override
        public Object of(Revision revision) {
            return switch (this) {
                case NUMBER -> revision.number();
                case AT -> Column.millis(revision.at());
                case ACTOR -> revision.actor();
                case MESSAGE -> revision.message().value();
                case CHANGED, ENVIRONMENT_ID, DIGEST, EVENT_ORGANIZATION_ID, EVENT_SEQUENCE -> null;
            };
        }
    }

    private static final Columns<Revision> COLUMNS = new Columns<>("environment_revision", Field.values());
    private static final String SELECT = COLUMNS.select() + "environment_revision r WHERE r.environment_id = ?";

    private final Connection connection;
    private final StoredValues stored;

    public ConfigurationTable(Connection connection) {
        this.connection = connection;
        this.stored = new StoredValues(connection);
    }

    @Override
    public Configuration current(Id environmentId) {
        return new Configuration(values(environmentId));
    }

    private NavigableMap<Key, Value> values(Id environmentId) {
        NavigableMap<Key, Value> values = new TreeMap<>();
        try (Sql query = new Sql(
                        connection,
                        "SELECT key, value FROM environment_value WHERE environment_id = ? AND kind = 'value'")
                .with(environmentId.value())) {
            while (query.next()) {
                values.put(query.key(1), stored.read(environmentId.value(), query.text(2)));
            }
        }
        return values;
    }

    /** What is now, with every later change taken back. */
    @Override
    public Configuration at(Id environmentId, long revision) {
        NavigableMap<Key, Value> values = values(environmentId);
        Set<String> seen = new HashSet<>();
        try (Sql query = new Sql(
                        connection,
                        "SELECT key, value_before FROM environment_change"
                                + " WHERE environment_id = ? AND number > ? AND secret = 0 ORDER BY number")
                .with(environmentId.value())
                .with(revision)) {
            while (query.next()) {
                String key = query.text(1);
                if (seen.add(key)) {
                    restore(environmentId, values, query.key(1), query.text(2));
                }
            }
        }
        return new Configuration(values);
    }

    private void restore(Id environmentId, NavigableMap<Key, Value> values, Key key, String before) {
        if (before == null) {
            values.remove(key);
        } else {
            values.put(key, stored.read(environmentId.value(), before));
        }
    }

    @Override
    public Optional<Value> find(Id environmentId, Key key) {
        try (Sql query = new Sql(
                        connection,
                        "SELECT value FROM environment_value WHERE environment_id = ? AND key = ? AND kind = 'value'")
                .with(environmentId.value())
                .with(key.path())) {
            return query.next() ? Optional.of(stored.read(environmentId.value(), query.text(1))) : Optional.empty();
        }
    }

    @Override
    public void revise(Environment environment, Revision revision, RevisionProof proof, List<KeyChange> changes) {
        EnvironmentTable.COLUMNS.update(connection, environment);
        COLUMNS.insert(
                connection,
                revision,
                environment.id().value(),
                proof == null ? null : proof.digest(),
                proof == null ? null : proof.event().organizationId().value(),
                proof == null ? null : (Long) proof.event().sequence());
        write(environment, changes);
        remember(environment, changes);
    }

    private void write(Environment environment, List<KeyChange> changes) {
        try (Sql put = new Sql(
                        connection,
                        "INSERT INTO environment_value (environment_id, key, kind, value, created_at, updated_at)"
                                + " VALUES (?, ?, 'value', ?, ?, ?) ON CONFLICT (environment_id, key)"
                                + " DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at"
                                + " WHERE environment_value.kind = 'value'");
                Sql remove = new Sql(
                        connection,
                        "DELETE FROM environment_value WHERE environment_id = ? AND key = ? AND kind = 'value'")) {
            for (KeyChange change : changes) {
                int rows;
                if (change.after() == null) {
                    rows = remove.with(environment.id().value())
                            .with(change.key().path())
                            .runAgain();
                } else {
                    rows = put.with(environment.id().value())
                            .with(change.key().path())
                            .with(change.after().stored())
                            .with(environment.updatedAt())
                            .with(environment.updatedAt())
                            .runAgain();
                }
                if (rows != 1) {
                    throw new IllegalStateException("'" + change.key() + "' is a secret, or no value");
                }
            }
        }
    }

    private void remember(Environment environment, List<KeyChange> changes) {
        try (Sql insert = new Sql(
                connection,
                "INSERT INTO environment_change (environment_id, number, key, secret, value_before, value_after)"
                        + " VALUES (?, ?, ?, 0, ?, ?)")) {
            for (KeyChange change : changes) {
                insert.with(environment.id().value())
                        .with(environment.revision())
                        .with(change.key().path())
                        .with(change.before() == null ? null : change.before().stored())
                        .with(change.after() == null ? null : change.after().stored())
                        .runAgain();
            }
        }
    }

    @Override
    public List<RecordedState> states(Id organizationId) {
        return new StateReader(connection).ofOrganization(organizationId);
    }

    @Override
    public Listing<Revision> history(Id environmentId, Page<Revision> page) {
        return new Keyset<>(connection, this, SELECT, environmentId.value(), page, Field.NUMBER).fromItsEnd();
    }

    @Override
    public long lastChange(Id environmentId) {
        try (Sql query = new Sql(
                        connection,
                        "SELECT COALESCE(MAX(number), 1) FROM environment_revision WHERE environment_id = ?")
                .with(environmentId.value())) {
            query.next();
            return query.number(1);
        }
    }

    @Override
    public Optional<Revision> findRevision(Id environmentId, long number) {
        try (Sql query = new Sql(connection, SELECT + " AND r.number = ?")
                .with(environmentId.value())
                .with(number)) {
            return query.next() ? Optional.of(read(query)) : Optional.empty();
        }
    }

    @Override
    public String noun() {
        return "revision";
    }

    @Override
    public Revision map(Sql row) {
        String text = row.text(Field.CHANGED);
        List<Key> keys = new ArrayList<>();
        if (text != null) {
            for (String key : text.split(" ")) {
                keys.add(new Key(key));
            }
        }
        return new Revision(
                row.number(Field.NUMBER),
                row.time(Field.AT),
                row.text(Field.ACTOR),
                new Description(row.text(Field.MESSAGE)),
                keys);
    }

    @Override
    public Column<Revision>[] columns() {
        return Field.values();
    }
}
