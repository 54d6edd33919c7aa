package io.github.orgctl.store;

import io.github.orgctl.core.model.Environment;
import io.github.orgctl.core.model.Id;
import io.github.orgctl.core.model.Lock;
import io.github.orgctl.core.model.Mode;
import io.github.orgctl.core.model.Page;
import io.github.orgctl.core.model.Slug;
import io.github.orgctl.core.port.EnvironmentRepository;
import io.github.orgctl.core.port.Listing;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tables {@code environment} and {@code environment_value}. */
final class EnvironmentTable extends Rows<Environment> implements EnvironmentRepository {
    private static final String COLUMNS = "SELECT e.id, e.mode, e.revision, e.lock_reason, e.lock_until, p.id, p.slug,"
            + " o.id, o.slug, e.created_at, e.updated_at FROM ";
    private static final String JOINED = " WHERE p.organization_id = o.id AND e.project_id = p.id"
            + " AND o.deleted_at IS NULL AND p.deleted_at IS NULL";
    private static final String SELECT = COLUMNS + "environment e, project p, organization o" + JOINED;
    // SQLite takes a CROSS JOIN's tables as they stand, which is the list's order. Else it may read all and sort.
    private static final String LIST =
            COLUMNS + "organization o CROSS JOIN project p CROSS JOIN environment e" + JOINED;

    private static final Key ORGANIZATION = new Key("organization", "o.slug");
    private static final Key PROJECT = new Key("project", "p.slug");
    // Sandbox comes first, though its word is the greater one.
    private static final Key MODE = new Key("mode", "e.mode", true);

    private final Connection connection;
    private Id owner;
    private Slug ownerSlug;

    EnvironmentTable(Connection connection) {
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

    private Optional<Environment> first(Sql asked) {
        try (Sql query = asked) {
            return query.next() ? Optional.of(read(query)) : Optional.empty();
        }
    }

    @Override
    public Listing<Environment> list(Id organizationId, Page<Environment> page) {
        return organizationId == null
                ? new Keyset<>(connection, this, LIST, null, page, ORGANIZATION, PROJECT, MODE)
                : new Keyset<>(
                        connection,
                        this,
                        LIST + " AND o.id = ?",
                        organizationId.value(),
                        page,
                        ORGANIZATION,
                        PROJECT,
                        MODE);
    }

    @Override
    public Map<String, String> configuration(Id id) {
        Map<String, String> configuration = new LinkedHashMap<>();
        try (Sql query = new Sql(
                        connection, "SELECT key, value FROM environment_value WHERE environment_id = ? ORDER BY key")
                .with(id.value())) {
            while (query.next()) {
                configuration.put(query.text(1), query.text(2));
            }
        }
        return configuration;
    }

    @Override
    String noun() {
        return "environment";
    }

    @Override
    Environment map(Sql row) {
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
                reason == null ? null : new Lock(reason, row.time(5)),
                new Id(row.text(6)),
                new Slug(row.text(7)),
                owner,
                ownerSlug,
                row.time(10),
                row.time(11));
    }

    @Override
    Key[] sortable() {
        return new Key[] {
            new Key("id", "e.id"),
            MODE,
            new Key("revision", "e.revision"),
            new Key("projectId", "p.id"),
            PROJECT,
            new Key("organizationId", "o.id"),
            ORGANIZATION,
            new Key("createdAt", "e.created_at"),
            new Key("updatedAt", "e.updated_at")
        };
    }

    @Override
    Object value(Environment row, String field) {
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
