package io.github.orgctl.store.table;

import static io.github.orgctl.store.jdbc.ColumnUse.edited;
import static io.github.orgctl.store.jdbc.ColumnUse.fixed;
import static io.github.orgctl.store.jdbc.ColumnUse.primary;
import static io.github.orgctl.store.jdbc.ColumnUse.selected;

import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Environment;
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
import io.github.orgctl.store.jdbc.Column;
import io.github.orgctl.store.jdbc.ColumnUse;
import io.github.orgctl.store.jdbc.Columns;
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
    private enum Field implements Column<Project> {
        ID(primary("p.id")),
        ORGANIZATION_ID(edited("o.id").as("organization_id")),
        ORGANIZATION(selected("o.slug")),
        SLUG(edited("p.slug")),
        NAME(edited("p.name")),
        DESCRIPTION(edited("p.description")),
        SANDBOX_ID(selected("s.id")),
        LIVE_ID(selected("l.id")),
        REVISION(edited("p.revision").changesApart()),
        CREATED_AT(fixed("p.created_at")),
        UPDATED_AT(edited("p.updated_at")),
        DELETED_AT(edited("p.deleted_at").orNoTime());

        private final ColumnUse use;

        Field(ColumnUse use) {
            this.use = use;
        }

        @Override
        public ColumnUse use() {
            return use;
        }

        @Override
        public Object of(Project project) {
            return switch (this) {
                case ID -> project.id().value();
                case ORGANIZATION_ID -> project.organizationId().value();
                case ORGANIZATION -> project.organization().value();
                case SLUG -> project.slug().value();
                case NAME -> project.name().value();
                case DESCRIPTION -> project.description().value();
                case SANDBOX_ID -> project.sandboxId().value();
                case LIVE_ID -> project.liveId().value();
                case REVISION -> project.revision();
                case CREATED_AT -> Column.millis(project.createdAt());
                case UPDATED_AT -> Column.millis(project.updatedAt());
                case DELETED_AT -> Column.millis(project.deletedAt());
            };
        }
    }

    static final Columns<Project> COLUMNS = Columns.withChecksum("project", Field.values());
    private static final String JOINED =
            " WHERE p.organization_id = o.id AND s.project_id = p.id AND s.mode = 'sandbox'"
                    + " AND l.project_id = p.id AND l.mode = 'live' AND ";
    private static final String SELECT =
            COLUMNS.select() + "project p, organization o, environment s, environment l" + JOINED;
    // SQLite joins the tables of a CROSS JOIN in the order given, which is the list's sort order. Otherwise it may read
    // everything and sort.
    private static final String LIST = COLUMNS.select()
            + "organization o CROSS JOIN project p CROSS JOIN environment s CROSS JOIN environment l" + JOINED;

    private final Connection connection;
    private Id owner;
    private Slug ownerSlug;

    public ProjectTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void insert(Project project) {
        COLUMNS.insert(connection, project);
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
        Environment environment = new Environment(
                id,
                mode,
                1,
                null,
                project.id(),
                project.slug(),
                project.organizationId(),
                project.organization(),
                project.createdAt(),
                project.createdAt());
        EnvironmentTable.COLUMNS.insert(connection, environment);
    }

    @Override
    public void update(Project project) {
        // Once restored, the project is no longer tied to its organization's restore.
        COLUMNS.update(connection, project, project.deletedAt() == null ? ", deleted_with_organization = 0" : "");
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

    private static boolean isWithin(AccessScope scope, Project project) {
        return project == null || scope.organizations().contains(project.organizationId());
    }

    @Override
    public Listing<Project> list(AccessScope scope, Page<Project> page, boolean deleted) {
        String text = LIST
                + (deleted ? "p.deleted_at IS NOT NULL" : "o.deleted_at IS NULL AND p.deleted_at IS NULL")
                + Bounds.ofOrganizations(scope, "o.id")
                + Bounds.ofProject(scope, "p.id");
        boolean one = Bounds.isOne(scope) && isWithin(scope, page.after());
        // Slugs are not unique in the trash.
        if (deleted) {
            return one
                    ? new Keyset<>(connection, this, text, List.of(), page, Field.SLUG, Field.ID)
                    : new Keyset<>(connection, this, text, List.of(), page, Field.ORGANIZATION, Field.SLUG, Field.ID);
        }
        return one
                ? new Keyset<>(connection, this, text, List.of(), page, Field.SLUG)
                : new Keyset<>(connection, this, text, List.of(), page, Field.ORGANIZATION, Field.SLUG)
                        .grouped(Field.ORGANIZATION_ID, firstOfEachOrganization(scope, page));
    }

    /** Condition that the first projects of each organization meet: one more than the page has rows. */
    static String firstOfEachOrganization(AccessScope scope, Page<?> page) {
        // The only visible project may be none of the first. The brace sorts after every character allowed in slugs.
        return page.limit() == null || scope.project() != null
                ? ""
                : " AND p.slug <= COALESCE((SELECT q.slug FROM project q WHERE q.organization_id = o.id"
                        + " AND q.deleted_at IS NULL ORDER BY q.slug LIMIT 1 OFFSET " + page.limit() + "), '{')";
    }

    @Override
    public List<Slug> slugs(AccessScope scope, String prefix, int limit) {
        List<Slug> slugs = new ArrayList<>();
        // The brace sorts after every character allowed in slugs.
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
                slugs.add(query.slug(1));
            }
        }
        return slugs;
    }

    @Override
    public long deleteWithOrganization(Id organizationId, Instant at) {
        return new Sql(
                        connection,
                        "UPDATE project SET deleted_at = " + Sql.nextOf("updated_at") + ", updated_at = "
                                + Sql.nextOf("updated_at")
                                + ", deleted_with_organization = 1, revision = revision + 1, checksum = NULL"
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
                        "UPDATE project SET deleted_at = NULL, deleted_with_organization = 0, revision = revision + 1, checksum = NULL,"
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
        // Consecutive rows mostly share their organization.
        String ownerId = row.text(Field.ORGANIZATION_ID);
        if (owner == null || !owner.value().equals(ownerId)) {
            owner = new Id(ownerId);
            ownerSlug = new Slug(row.text(Field.ORGANIZATION));
        }
        String description = row.text(Field.DESCRIPTION);
        return new Project(
                new Id(row.text(Field.ID)),
                owner,
                ownerSlug,
                new Slug(row.text(Field.SLUG)),
                new Name(row.text(Field.NAME)),
                description.isEmpty() ? Description.NONE : new Description(description),
                new Id(row.text(Field.SANDBOX_ID)),
                new Id(row.text(Field.LIVE_ID)),
                row.number(Field.REVISION),
                row.time(Field.CREATED_AT),
                row.time(Field.UPDATED_AT),
                row.time(Field.DELETED_AT));
    }

    @Override
    public Column<Project>[] columns() {
        return Field.values();
    }
}
