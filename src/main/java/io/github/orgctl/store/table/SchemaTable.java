package io.github.orgctl.store.table;

import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.SchemaRepository;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;

/** The table {@code project_schema}. */
final class SchemaTable implements SchemaRepository {
    private final Connection connection;

    SchemaTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Optional<String> find(Id projectId) {
        try (Sql query =
                new Sql(connection, "SELECT text FROM project_schema WHERE project_id = ?").with(projectId.value())) {
            return query.next() ? Optional.of(query.text(1)) : Optional.empty();
        }
    }

    @Override
    public void put(Id projectId, String text, Instant at) {
        new Sql(
                        connection,
                        "INSERT INTO project_schema (project_id, text, updated_at) VALUES (?, ?, ?)"
                                + " ON CONFLICT (project_id)"
                                + " DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at")
                .with(projectId.value())
                .with(text)
                .with(at)
                .run();
    }

    @Override
    public void remove(Id projectId) {
        new Sql(connection, "DELETE FROM project_schema WHERE project_id = ?")
                .with(projectId.value())
                .run();
    }
}
