package io.github.orgctl.store.table;

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
import io.github.orgctl.store.jdbc.Keyset;
import io.github.orgctl.store.jdbc.RowStream;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table {@code environment}. */
public final class EnvironmentTable extends RowStream<Environment> implements EnvironmentRepository {
    private static final String COLUMNS = "SELECT e.id, e.mode, e.revision, e.lock_reason, e.lock_until, p.id, p.slug,"
            + " o.id, o.slug, e.created_at, e.updated_at FROM ";
    private static final String KIN = " WHERE p.organization_id = o.id AND e.project_id = p.id";
    private static final String JOINED = KIN + " AND o.deleted_at IS NULL AND p.deleted_at IS NULL";
    private static final String SELECT = COLUMNS + "environment e, project p, organization o" + JOINED;
    // SQLite takes a CROSS JOIN's tables as they stand, which is the list's order. Else it may read all and sort.
    private static final String LIST =
            COLUMNS + "organization o CROSS JOIN project p CROSS JOIN environment e" + JOINED;

    private static final Column ORGANIZATION = new Column("organization", "o.slug");
    private static final Column PROJECT = new Column("project", "p.slug");
    // Sandbox comes first, though its word is the greater one.
    private static final Column MODE = new Column("mode", "e.mode", true);

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
                        COLUMNS + "environment e, project p, organization o" + KIN
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
        return new Keyset<>(connection, this, text, List.of(), page, ORGANIZATION, PROJECT, MODE);
    }

    @Override
    public void updateLock(Environment environment) {
        Lock lock = environment.lock();
        new Sql(connection, "UPDATE environment SET lock_reason = ?, lock_until = ?, updated_at = ? WHERE id = ?")
                .with(lock == null ? null : lock.reason().value())
                .with(lock == null ? null : lock.until())
                .with(environment.updatedAt())
                .with(environment.id().value())
                .run();
    }

    @Override
    public String noun() {
        return "environment";
    }

    @Override
    public Environment map(Sql row) {
        // Neighbours mostly share their organization.
        String ownerId = row.text(8);
        if (owner == null || !owner.value().equals(ownerId)) {
            owner = new Id(ownerId);
            ownerSlug = new Slug(row.text(9));
        }
        String reason = row.text(4);
        return new Environment(
                new Id(row.text(1)),
                Mode.parse(row.text(2)),
                row.number(3),
                reason == null ? null : new Lock(new Description(reason), row.time(5)),
                new Id(row.text(6)),
                new Slug(row.text(7)),
                owner,
                ownerSlug,
                row.time(10),
                row.time(11));
    }

    @Override
    public Column[] sortable() {
        return new Column[] {
            new Column("id", "e.id"),
            MODE,
            new Column("revision", "e.revision"),
            new Column("projectId", "p.id"),
            PROJECT,
            new Column("organizationId", "o.id"),
            ORGANIZATION,
            new Column("createdAt", "e.created_at"),
            new Column("updatedAt", "e.updated_at")
        };
    }

    @Override
    public Object value(Environment row, String field) {
        return switch (field) {
            case "id" -> row.id().value();
            case "mode" -> row.mode().toString();
            case "revision" -> row.revision();
            case "projectId" -> row.projectId().value();
            case "project" -> row.project().value();
            case "organizationId" -> row.organizationId().value();
            case "organization" -> row.organization().value();
            case "createdAt" -> millis(row.createdAt());
            case "updatedAt" -> millis(row.updatedAt());
            default -> throw new IllegalArgumentException(field);
        };
    }
}
