package io.github.orgctl.store.table;

import static io.github.orgctl.store.jdbc.ColumnUse.edited;
import static io.github.orgctl.store.jdbc.ColumnUse.primary;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.PromotionRepository;
import io.github.orgctl.store.jdbc.Column;
import io.github.orgctl.store.jdbc.ColumnUse;
import io.github.orgctl.store.jdbc.Columns;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The table {@code environment_promoted}. */
final class PromotionTable implements PromotionRepository {
    /** What the sandbox had for a key when it was last promoted. */
    private record Promoted(Id environmentId, Key key, Value value) {}

    private enum Field implements Column<Promoted> {
        ENVIRONMENT_ID(primary("environment_id")),
        KEY(primary("key")),
        VALUE(edited("value"));

        private final ColumnUse use;

        Field(ColumnUse use) {
            this.use = use;
        }

        @Override
        public ColumnUse use() {
            return use;
        }

        @Override
        public Object of(Promoted row) {
            return switch (this) {
                case ENVIRONMENT_ID -> row.environmentId().value();
                case KEY -> row.key().path();
                case VALUE -> row.value().stored();
            };
        }
    }

    private static final Columns<Promoted> COLUMNS = new Columns<>("environment_promoted", Field.values());
    private static final String BASE = COLUMNS.select() + "environment_promoted WHERE environment_id = ?";

    private final Connection connection;

    PromotionTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Configuration base(Id liveId) {
        NavigableMap<Key, Value> values = new TreeMap<>();
        StoredValues stored = new StoredValues(connection);
        try (Sql query = new Sql(connection, BASE).with(liveId.value())) {
            while (query.next()) {
                values.put(query.key(Field.KEY.place()), stored.read(liveId.value(), query.text(Field.VALUE)));
            }
        }
        return new Configuration(values);
    }

    @Override
    public void advance(Id liveId, List<KeyChange> changes) {
        for (KeyChange change : changes) {
            Promoted row = new Promoted(liveId, change.key(), change.after());
            if (change.after() == null) {
                COLUMNS.delete(connection, row);
            } else {
                COLUMNS.put(connection, row);
            }
        }
    }
}
