package io.github.orgctl.store.table;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.NoteRepository;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.util.Map;
import java.util.TreeMap;

/** The table {@code environment_note}. */
final class NoteTable implements NoteRepository {
    private final Connection connection;

    NoteTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Map<Key, Description> all(Id environmentId) {
        Map<Key, Description> notes = new TreeMap<>();
        try (Sql query = new Sql(connection, "SELECT key, text FROM environment_note WHERE environment_id = ?")
                .with(environmentId.value())) {
            while (query.next()) {
                notes.put(query.key(1), query.value(2, "note", Description::new));
            }
        }
        return notes;
    }

    @Override
    public void put(Id environmentId, Key key, Description note) {
        remove(environmentId, key);
        if (!note.value().isEmpty()) {
            new Sql(connection, "INSERT INTO environment_note (environment_id, key, text) VALUES (?, ?, ?)")
                    .with(environmentId.value())
                    .with(key.path())
                    .with(note.value())
                    .run();
        }
    }

    @Override
    public void rename(Id environmentId, Key key, Key other) {
        remove(environmentId, other);
        new Sql(connection, "UPDATE environment_note SET key = ? WHERE environment_id = ? AND key = ?")
                .with(other.path())
                .with(environmentId.value())
                .with(key.path())
                .run();
    }

    private void remove(Id environmentId, Key key) {
        new Sql(connection, "DELETE FROM environment_note WHERE environment_id = ? AND key = ?")
                .with(environmentId.value())
                .with(key.path())
                .run();
    }
}
