package io.github.orgctl.store.table;

import static io.github.orgctl.store.jdbc.ColumnUse.edited;
import static io.github.orgctl.store.jdbc.ColumnUse.primary;

import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.SchemaRepository;
import io.github.orgctl.store.jdbc.Column;
import io.github.orgctl.store.jdbc.ColumnUse;
import io.github.orgctl.store.jdbc.Columns;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;

/** The table {@code project_schema}. */
final class SchemaTable implements SchemaRepository {
    /** A schema as stored. */
    private record Kept(Id projectId, String text, Instant updatedAt) {}

    private enum Field implements Column<Kept> {
        PROJECT_ID(primary("project_id")),
        TEXT(edited("text")),
        UPDATED_AT(edited("updated_at"));

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
                case PROJECT_ID -> row.projectId().value();
                case TEXT -> row.text();
                case UPDATED_AT -> Column.millis(row.updatedAt());
            };
        }
    }

    static final Columns<Kept> COLUMNS = Columns.withChecksum("project_schema", Field.values());
    private static final String FIND = COLUMNS.select() + "project_schema WHERE project_id = ?";

    private final Connection connection;

    SchemaTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Optional<String> find(Id projectId) {
        try (Sql query = new Sql(connection, FIND).with(projectId.value())) {
            return query.next() ? Optional.of(query.text(Field.TEXT)) : Optional.empty();
        }
    }

    @Override
    public void put(Id projectId, String text, Instant at) {
        COLUMNS.put(connection, new Kept(projectId, text, at));
    }

    @Override
    public void remove(Id projectId) {
        COLUMNS.delete(connection, new Kept(projectId, null, null));
    }
}
