package io.github.orgctl.store.table;

import static io.github.orgctl.store.jdbc.ColumnUse.edited;
import static io.github.orgctl.store.jdbc.ColumnUse.fixed;
import static io.github.orgctl.store.jdbc.ColumnUse.primary;
import static io.github.orgctl.store.jdbc.ColumnUse.selected;

import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Lock;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.EnvironmentRepository;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.store.jdbc.Bounds;
import io.github.orgctl.store.jdbc.Column;
import io.github.orgctl.store.jdbc.ColumnUse;
import io.github.orgctl.store.jdbc.Columns;
import io.github.orgctl.store.jdbc.Keyset;
import io.github.orgctl.store.jdbc.RowStream;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table {@code environment}. */
final class EnvironmentTable extends RowStream<Environment> implements EnvironmentRepository {
    private enum Field implements Column<Environment> {
        ID(primary("e.id")),
        // Sandbox sorts first, so the alphabetical order is reversed.
        MODE(fixed("e.mode").descending()),
        REVISION(edited("e.revision").changesApart()),
        LOCK_REASON(edited("e.lock_reason").unsorted()),
        LOCK_UNTIL(edited("e.lock_until").unsorted()),
        PROJECT_ID(fixed("p.id").as("project_id")),
        PROJECT(selected("p.slug")),
        ORGANIZATION_ID(selected("o.id")),
        ORGANIZATION(selected("o.slug")),
        CREATED_AT(fixed("e.created_at")),
        UPDATED_AT(edited("e.updated_at"));

        private final ColumnUse use;

        Field(ColumnUse use) {
            this.use = use;
        }

        @Override
        public ColumnUse use() {
            return use;
        }

        @Override
        public Object of(Environment environment) {
            return switch (this) {
                case ID -> environment.id().value();
                case MODE -> environment.mode().toString();
                case REVISION -> environment.revision();
                case LOCK_REASON ->
                    environment.lock() == null
                            ? null
                            : environment.lock().reason().value();
                case LOCK_UNTIL ->
                    environment.lock() == null
                            ? null
                            : Column.millis(environment.lock().until());
                case PROJECT_ID -> environment.projectId().value();
                case PROJECT -> environment.project().value();
                case ORGANIZATION_ID -> environment.organizationId().value();
                case ORGANIZATION -> environment.organization().value();
                case CREATED_AT -> Column.millis(environment.createdAt());
                case UPDATED_AT -> Column.millis(environment.updatedAt());
            };
        }
    }

    static final Columns<Environment> COLUMNS = Columns.withChecksum("environment", Field.values());
    private static final String KIN = " WHERE p.organization_id = o.id AND e.project_id = p.id";
    private static final String JOINED = KIN + " AND o.deleted_at IS NULL AND p.deleted_at IS NULL";
    private static final String SELECT = COLUMNS.select() + "environment e, project p, organization o" + JOINED;
    // SQLite joins the tables of a CROSS JOIN in the order given, which is the list's sort order. Otherwise it may read
    // everything and sort.
    private static final String LIST =
            COLUMNS.select() + "organization o CROSS JOIN project p CROSS JOIN environment e" + JOINED;

    private final Connection connection;
    private Id owner;
    private Slug ownerSlug;

    public EnvironmentTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Optional<Environment> find(Id id) {
        return first(new Sql(connection, SELECT + " AND e.id = ?").with(id.value()));
    }

    @Override
    public Optional<Environment> find(Id projectId, Mode mode) {
        return first(new Sql(connection, SELECT + " AND e.project_id = ? AND e.mode = ?")
                .with(projectId.value())
                .with(mode.toString()));
    }

    @Override
    public Optional<Environment> findLocked(Id organizationId, Id projectId, Instant now) {
        Sql query = new Sql(
                        connection,
                        COLUMNS.select() + "environment e, project p, organization o" + KIN
                                + " AND e.lock_reason IS NOT NULL AND (e.lock_until IS NULL OR e.lock_until > ?)"
                                + " AND o.id = ?" + (projectId == null ? "" : " AND p.id = ?")
                                + " ORDER BY p.slug, e.mode DESC LIMIT 1")
                .with(now)
                .with(organizationId.value());
        return first(projectId == null ? query : query.with(projectId.value()));
    }

    private Optional<Environment> first(Sql asked) {
        try (Sql query = asked) {
            return query.next() ? Optional.of(read(query)) : Optional.empty();
        }
    }

    @Override
    public Listing<Environment> list(AccessScope scope, Page<Environment> page) {
        String text = LIST
                + Bounds.ofOrganizations(scope, "o.id")
                + Bounds.ofProject(scope, "p.id")
                + Bounds.ofMode(scope, "e.mode");
        boolean one = Bounds.isOne(scope)
                && (page.after() == null
                        || scope.organizations().contains(page.after().organizationId()));
        return one
                ? new Keyset<>(connection, this, text, List.of(), page, Field.PROJECT, Field.MODE)
                : new Keyset<>(connection, this, text, List.of(), page, Field.ORGANIZATION, Field.PROJECT, Field.MODE)
                        .grouped(Field.ORGANIZATION_ID, ProjectTable.firstOfEachOrganization(scope, page));
    }

    @Override
    public void updateLock(Environment environment) {
        COLUMNS.update(connection, environment);
    }

    @Override
    public String noun() {
        return "environment";
    }

    @Override
    public Environment map(Sql row) {
        // Consecutive rows mostly share their organization.
        String ownerId = row.text(Field.ORGANIZATION_ID);
        if (owner == null || !owner.value().equals(ownerId)) {
            owner = new Id(ownerId);
            ownerSlug = new Slug(row.text(Field.ORGANIZATION));
        }
        String reason = row.text(Field.LOCK_REASON);
        return new Environment(
                new Id(row.text(Field.ID)),
                Mode.parse(row.text(Field.MODE)),
                row.number(Field.REVISION),
                reason == null ? null : new Lock(new Description(reason), row.time(Field.LOCK_UNTIL)),
                new Id(row.text(Field.PROJECT_ID)),
                new Slug(row.text(Field.PROJECT)),
                owner,
                ownerSlug,
                row.time(Field.CREATED_AT),
                row.time(Field.UPDATED_AT));
    }

    @Override
    public Column<Environment>[] columns() {
        return Field.values();
    }
}
