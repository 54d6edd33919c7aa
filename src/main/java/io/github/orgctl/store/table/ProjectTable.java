package io.github.orgctl.store.table;

import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.ProjectRepository;
import io.github.orgctl.store.jdbc.Bounds;
import io.github.orgctl.store.jdbc.Keyset;
import io.github.orgctl.store.jdbc.RowStream;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables {@code project} and {@code project_owner}, and both environments of a new project. */
final class ProjectTable extends RowStream<Project> implements ProjectRepository {
    private static final String COLUMNS = "SELECT p.id, o.id, o.slug, p.slug, p.name, p.description, s.id, l.id,"
            + " p.revision, p.created_at, p.updated_at, p.deleted_at FROM ";
    private static final String JOINED =
            " WHERE p.organization_id = o.id AND s.project_id = p.id AND s.mode = 'sandbox'"
                    + " AND l.project_id = p.id AND l.mode = 'live' AND ";
    private static final String SELECT = COLUMNS + "project p, organization o, environment s, environment l" + JOINED;
    // SQLite takes a CROSS JOIN's tables as they stand, which is the list's order. Else it may read all and sort.
    private static final String LIST =
            COLUMNS + "organization o CROSS JOIN project p CROSS JOIN environment s CROSS JOIN environment l" + JOINED;

    private static final Column ORGANIZATION = new Column("organization", "o.slug");
    private static final Column SLUG = new Column("slug", "p.slug");
    private static final Column ID = new Column("id", "p.id");

    private final Connection connection;
    private Id owner;
    private Slug ownerSlug;

    public ProjectTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void insert(Project project) {
        Sql insert = new Sql(
                connection,
                "INSERT INTO project (organization_id, slug, name, description, revision, created_at, updated_at,"
                        + " deleted_at, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        bind(insert, project).with(project.id().value()).run();
        insertEnvironment(project, Mode.SANDBOX, project.sandboxId());
        insertEnvironment(project, Mode.LIVE, project.liveId());
    }

    @Override
    public void addOwner(Id projectId, Id organizationId, Instant from) {
        new Sql(connection, "INSERT INTO project_owner (project_id, from_time, organization_id) VALUES (?, ?, ?)")
                .with(projectId.value())
                .with(from)
                .with(organizationId.value())
                .run();
    }

    @Override
    public Instant ownedSince(Id projectId) {
        try (Sql last = new Sql(connection, "SELECT MAX(from_time) FROM project_owner WHERE project_id = ?")
                .with(projectId.value())) {
            return last.next() ? last.time(1) : null;
        }
    }

    private void insertEnvironment(Project project, Mode mode, Id id) {
        new Sql(
                        connection,
                        "INSERT INTO environment (id, project_id, mode, revision, created_at, updated_at)"
                                + " VALUES (?, ?, ?, 1, ?, ?)")
                .with(id.value())
                .with(project.id().value())
                .with(mode.toString())
                .with(project.createdAt())
                .with(project.createdAt())
                .run();
    }

    @Override
    public void update(Project project) {
        // Once it is out of the trash, its organization's next restore has nothing to do with it.
        Sql update = new Sql(
                connection,
                "UPDATE project SET organization_id = ?, slug = ?, name = ?, description = ?, revision = ?,"
                        + " created_at = ?, updated_at = ?, deleted_at = ?, deleted_with_organization ="
                        + " CASE WHEN CAST(? AS BIGINT) IS NULL THEN 0 ELSE deleted_with_organization END WHERE id = ?");
        bind(update, project)
                .with(project.deletedAt())
                .with(project.id().value())
                .run();
    }

    private static Sql bind(Sql change, Project project) {
        return change.with(project.organizationId().value())
                .with(project.slug().value())
                .with(project.name().value())
                .with(project.description().value())
                .with(project.revision())
                .with(project.createdAt())
                .with(project.updatedAt())
                .with(project.deletedAt());
    }

    @Override
    public void purge(Id id) {
        new Sql(connection, "DELETE FROM project WHERE id = ?").with(id.value()).run();
    }

    @Override
    public Optional<Project> find(Id id) {
        try (Sql query = new Sql(connection, SELECT + "p.id = ?").with(id.value())) {
            return query.next() ? Optional.of(read(query)) : Optional.empty();
        }
    }

    @Override
    public Optional<Project> find(Id organizationId, Slug slug) {
        return first(organizationId, "p.slug = ?", slug.value());
    }

    @Override
    public Optional<Project> find(Id organizationId, Name name) {
        return first(organizationId, "p.name = ?", name.value());
    }

    private Optional<Project> first(Id organizationId, String condition, String value) {
        String text = SELECT + "p.organization_id = ? AND p.deleted_at IS NULL AND " + condition;
        try (Sql query = new Sql(connection, text).with(organizationId.value()).with(value)) {
            return query.next() ? Optional.of(read(query)) : Optional.empty();
        }
    }

    @Override
    public List<Project> findDeleted(Id organizationId, Slug slug) {
        String text = SELECT + "p.organization_id = ? AND p.slug = ? AND p.deleted_at IS NOT NULL"
                + " ORDER BY p.deleted_at DESC, p.id";
        List<Project> found = new ArrayList<>();
        try (Sql query = new Sql(connection, text).with(organizationId.value()).with(slug.value())) {
            while (query.next()) {
                found.add(read(query));
            }
        }
        return found;
    }

    @Override
    public Listing<Project> list(AccessScope scope, Page<Project> page, boolean deleted) {
        String text = LIST
                + (deleted ? "p.deleted_at IS NOT NULL" : "o.deleted_at IS NULL AND p.deleted_at IS NULL")
                + Bounds.ofOrganizations(scope, "o.id")
                + Bounds.ofProject(scope, "p.id");
        // Slugs repeat in the trash.
        return deleted
                ? new Keyset<>(connection, this, text, List.of(), page, ORGANIZATION, SLUG, ID)
                : new Keyset<>(connection, this, text, List.of(), page, ORGANIZATION, SLUG);
    }

    @Override
    public List<Slug> slugs(AccessScope scope, String prefix, int limit) {
        List<Slug> slugs = new ArrayList<>();
        // The brace comes behind every character that a slug can have.
        try (Sql query = new Sql(
                        connection,
                        "SELECT slug FROM project WHERE deleted_at IS NULL AND slug >= ? AND slug < ?"
                                + Bounds.ofOrganizations(scope, "organization_id")
                                + Bounds.ofProject(scope, "id")
                                + " ORDER BY slug LIMIT ?")
                .with(prefix)
                .with(prefix + "{")
                .with(limit)) {
            while (query.next()) {
                slugs.add(new Slug(query.text(1)));
            }
        }
        return slugs;
    }

    @Override
    public long deleteWithOrganization(Id organizationId, Instant at) {
        return new Sql(
                        connection,
                        "UPDATE project SET deleted_at = " + Sql.nextOf("updated_at") + ", updated_at = "
                                + Sql.nextOf("updated_at") + ", deleted_with_organization = 1, revision = revision + 1"
                                + " WHERE organization_id = ? AND deleted_at IS NULL")
                .with(at)
                .with(at)
                .with(at)
                .with(at)
                .with(organizationId.value())
                .run();
    }

    @Override
    public long restoreWithOrganization(Id organizationId, Instant at) {
        return new Sql(
                        connection,
                        "UPDATE project SET deleted_at = NULL, deleted_with_organization = 0, revision = revision + 1,"
                                + " updated_at = " + Sql.nextOf("updated_at") + " WHERE organization_id = ?"
                                + " AND deleted_at IS NOT NULL AND deleted_with_organization = 1")
                .with(at)
                .with(at)
                .with(organizationId.value())
                .run();
    }

    @Override
    public String noun() {
        return "project";
    }

    @Override
    public Project map(Sql row) {
        // Neighbours mostly share their organization.
        String ownerId = row.text(2);
        if (owner == null || !owner.value().equals(ownerId)) {
            owner = new Id(ownerId);
            ownerSlug = new Slug(row.text(3));
        }
        String description = row.text(6);
        return new Project(
                new Id(row.text(1)),
                owner,
                ownerSlug,
                new Slug(row.text(4)),
                new Name(row.text(5)),
                description.isEmpty() ? Description.NONE : new Description(description),
                new Id(row.text(7)),
                new Id(row.text(8)),
                row.number(9),
                row.time(10),
                row.time(11),
                row.time(12));
    }

    @Override
    public Column[] sortable() {
        return new Column[] {
            ID,
            new Column("organizationId", "o.id"),
            ORGANIZATION,
            SLUG,
            new Column("name", "p.name"),
            new Column("description", "p.description"),
            new Column("sandboxId", "s.id"),
            new Column("liveId", "l.id"),
            new Column("revision", "p.revision"),
            new Column("createdAt", "p.created_at"),
            new Column("updatedAt", "p.updated_at"),
            new Column("deletedAt", "COALESCE(p.deleted_at, -1)")
        };
    }

    @Override
    public Object value(Project row, String field) {
        return switch (field) {
            case "id" -> row.id().value();
            case "organizationId" -> row.organizationId().value();
            case "organization" -> row.organization().value();
            case "slug" -> row.slug().value();
            case "name" -> row.name().value();
            case "description" -> row.description().value();
            case "sandboxId" -> row.sandboxId().value();
            case "liveId" -> row.liveId().value();
            case "revision" -> row.revision();
            case "createdAt" -> millis(row.createdAt());
            case "updatedAt" -> millis(row.updatedAt());
            case "deletedAt" -> millis(row.deletedAt());
            default -> throw new IllegalArgumentException(field);
        };
    }
}
