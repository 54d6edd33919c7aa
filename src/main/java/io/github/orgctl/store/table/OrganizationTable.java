package io.github.orgctl.store.table;

import static io.github.orgctl.store.jdbc.ColumnUse.edited;
import static io.github.orgctl.store.jdbc.ColumnUse.fixed;
import static io.github.orgctl.store.jdbc.ColumnUse.primary;
import static io.github.orgctl.store.jdbc.ColumnUse.selected;

import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.WebsiteUrl;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.OrganizationRepository;
import io.github.orgctl.store.jdbc.Bounds;
import io.github.orgctl.store.jdbc.Column;
import io.github.orgctl.store.jdbc.ColumnUse;
import io.github.orgctl.store.jdbc.Columns;
import io.github.orgctl.store.jdbc.Keyset;
import io.github.orgctl.store.jdbc.RowStream;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table {@code organization}. */
final class OrganizationTable extends RowStream<Organization> implements OrganizationRepository {
    private enum Field implements Column<Organization> {
        ID(primary("o.id")),
        SLUG(edited("o.slug")),
        NAME(edited("o.name")),
        WEBSITE_URL(edited("o.website_url")),
        DESCRIPTION(edited("o.description")),
        LIVE_WRITES(edited("o.live_writes").byRank()),
        PROJECTS(selected("o.projects")),
        REVISION(edited("o.revision").changesApart()),
        CREATED_AT(fixed("o.created_at")),
        UPDATED_AT(edited("o.updated_at")),
        DELETED_AT(edited("o.deleted_at").orNoTime());

        private final ColumnUse use;

        Field(ColumnUse use) {
            this.use = use;
        }

        @Override
        public ColumnUse use() {
            return use;
        }

        @Override
        public Object of(Organization organization) {
            return switch (this) {
                case ID -> organization.id().value();
                case SLUG -> organization.slug().value();
                case NAME -> organization.name().value();
                case WEBSITE_URL -> organization.websiteUrl().value();
                case DESCRIPTION -> organization.description().value();
                case LIVE_WRITES -> organization.liveWrites().toString();
                case PROJECTS -> organization.projects();
                case REVISION -> organization.revision();
                case CREATED_AT -> Column.millis(organization.createdAt());
                case UPDATED_AT -> Column.millis(organization.updatedAt());
                case DELETED_AT -> Column.millis(organization.deletedAt());
            };
        }
    }

    static final Columns<Organization> COLUMNS = Columns.withChecksum("organization", Field.values());
    private static final String SELECT = COLUMNS.select() + "organization o WHERE ";

    private final Connection connection;

    public OrganizationTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void insert(Organization organization) {
        COLUMNS.insert(connection, organization);
    }

    @Override
    public void update(Organization organization) {
        COLUMNS.update(connection, organization);
    }

    @Override
    public void addProjects(Id id, long more) {
        new Sql(connection, "UPDATE organization SET projects = projects + ? WHERE id = ?")
                .with(more)
                .with(id.value())
                .run();
    }

    @Override
    public void purge(Id id) {
        new Sql(connection, "DELETE FROM organization WHERE id = ?")
                .with(id.value())
                .run();
    }

    @Override
    public Optional<Organization> find(Id id) {
        return first("o.id = ?", id.value());
    }

    @Override
    public Optional<Organization> find(Slug slug) {
        return first("o.slug = ? AND o.deleted_at IS NULL", slug.value());
    }

    @Override
    public Optional<Organization> find(Name name) {
        return first("o.name = ? AND o.deleted_at IS NULL", name.value());
    }

    private Optional<Organization> first(String condition, String value) {
        try (Sql query = new Sql(connection, SELECT + condition).with(value)) {
            return query.next() ? Optional.of(read(query)) : Optional.empty();
        }
    }

    @Override
    public List<Organization> findDeleted(Slug slug) {
        String condition = "o.slug = ? AND o.deleted_at IS NOT NULL ORDER BY o.deleted_at DESC, o.id";
        List<Organization> found = new ArrayList<>();
        try (Sql query = new Sql(connection, SELECT + condition).with(slug.value())) {
            while (query.next()) {
                found.add(read(query));
            }
        }
        return found;
    }

    @Override
    public Listing<Organization> list(AccessScope scope, Page<Organization> page, boolean deleted) {
        String text = SELECT
                + (deleted ? "o.deleted_at IS NOT NULL" : "o.deleted_at IS NULL")
                + Bounds.ofOrganizations(scope, "o.id");
        // Slugs are not unique in the trash.
        return deleted
                ? new Keyset<>(connection, this, text, List.of(), page, Field.SLUG, Field.ID)
                : new Keyset<>(connection, this, text, List.of(), page, Field.SLUG);
    }

    @Override
    public List<Slug> slugs(AccessScope scope, String prefix, int limit) {
        List<Slug> slugs = new ArrayList<>();
        // The brace sorts after every character allowed in slugs.
        try (Sql query = new Sql(
                        connection,
                        "SELECT slug FROM organization WHERE deleted_at IS NULL AND slug >= ? AND slug < ?"
                                + Bounds.ofOrganizations(scope, "id")
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
    public String noun() {
        return "organization";
    }

    @Override
    public Organization map(Sql row) {
        return new Organization(
                new Id(row.text(Field.ID)),
                new Slug(row.text(Field.SLUG)),
                new Name(row.text(Field.NAME)),
                new WebsiteUrl(row.text(Field.WEBSITE_URL)),
                new Description(row.text(Field.DESCRIPTION)),
                LiveWrites.parse(row.text(Field.LIVE_WRITES)),
                row.number(Field.PROJECTS),
                row.number(Field.REVISION),
                row.time(Field.CREATED_AT),
                row.time(Field.UPDATED_AT),
                row.time(Field.DELETED_AT));
    }

    @Override
    public Column<Organization>[] columns() {
        return Field.values();
    }
}
