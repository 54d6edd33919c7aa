package io.github.orgctl.store.table;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.PromotionRepository;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The table {@code environment_promoted}. */
final class PromotionTable implements PromotionRepository {
    private final Connection connection;

    PromotionTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Configuration base(Id liveId) {
        NavigableMap<Key, Value> values = new TreeMap<>();
        try (Sql query = new Sql(connection, "SELECT key, value FROM environment_promoted WHERE environment_id = ?")
                .with(liveId.value())) {
            while (query.next()) {
                values.put(new Key(query.text(1)), new Value(query.text(2)));
            }
        }
        return new Configuration(values);
    }

    @Override
    public void advance(Id liveId, List<KeyChange> changes) {
        try (Sql put = new Sql(
                        connection,
                        "INSERT INTO environment_promoted (environment_id, key, value) VALUES (?, ?, ?)"
                                + " ON CONFLICT (environment_id, key) DO UPDATE SET value = excluded.value");
                Sql remove =
                        new Sql(connection, "DELETE FROM environment_promoted WHERE environment_id = ? AND key = ?")) {
            for (KeyChange change : changes) {
                Sql statement = change.after() == null ? remove : put;
                statement.with(liveId.value()).with(change.key().path());
                if (change.after() != null) {
                    statement.with(change.after().json());
                }
                statement.runAgain();
            }
        }
    }
}
