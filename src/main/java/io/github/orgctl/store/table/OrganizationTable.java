package io.github.orgctl.store.table;

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
import io.github.orgctl.store.jdbc.Keyset;
import io.github.orgctl.store.jdbc.RowStream;
import io.github.orgctl.store.jdbc.Sql;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table {@code organization}. */
final class OrganizationTable extends RowStream<Organization> implements OrganizationRepository {
    private static final String SELECT = "SELECT o.id, o.slug, o.name, o.website_url, o.description, o.live_writes,"
            + " o.projects, o.revision, o.created_at, o.updated_at, o.deleted_at FROM organization o WHERE ";

    private static final Column SLUG = new Column("slug", "o.slug");
    private static final Column ID = new Column("id", "o.id");

    private final Connection connection;

    public OrganizationTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void insert(Organization organization) {
        Sql insert = new Sql(
                connection,
                "INSERT INTO organization (slug, name, website_url, description, live_writes, revision, created_at,"
                        + " updated_at, deleted_at, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        bind(insert, organization).run();
    }

    @Override
    public void update(Organization organization) {
        Sql update = new Sql(
                connection,
                "UPDATE organization SET slug = ?, name = ?, website_url = ?, description = ?, live_writes = ?,"
                        + " revision = ?, created_at = ?, updated_at = ?, deleted_at = ? WHERE id = ?");
        bind(update, organization).run();
    }

    private static Sql bind(Sql change, Organization organization) {
        return change.with(organization.slug().value())
                .with(organization.name().value())
                .with(organization.websiteUrl().value())
                .with(organization.description().value())
                .with(organization.liveWrites().toString())
                .with(organization.revision())
                .with(organization.createdAt())
                .with(organization.updatedAt())
                .with(organization.deletedAt())
                .with(organization.id().value());
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
        // Slugs repeat in the trash.
        return deleted
                ? new Keyset<>(connection, this, text, List.of(), page, SLUG, ID)
                : new Keyset<>(connection, this, text, List.of(), page, SLUG);
    }

    @Override
    public List<Slug> slugs(AccessScope scope, String prefix, int limit) {
        List<Slug> slugs = new ArrayList<>();
        // The brace comes behind every character that a slug can have.
        try (Sql query = new Sql(
                        connection,
                        "SELECT slug FROM organization WHERE deleted_at IS NULL AND slug >= ? AND slug < ?"
                                + Bounds.ofOrganizations(scope, "id")
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
    public String noun() {
        return "organization";
    }

    @Override
    public Organization map(Sql row) {
        return new Organization(
                new Id(row.text(1)),
                new Slug(row.text(2)),
                new Name(row.text(3)),
                new WebsiteUrl(row.text(4)),
                new Description(row.text(5)),
                LiveWrites.parse(row.text(6)),
                row.number(7),
                row.number(8),
                row.time(9),
                row.time(10),
                row.time(11));
    }

    @Override
    public Column[] sortable() {
        return new Column[] {
            ID,
            SLUG,
            new Column("name", "o.name"),
            new Column("websiteUrl", "o.website_url"),
            new Column("description", "o.description"),
            byRank("liveWrites", "o.live_writes"),
            new Column("projects", "o.projects"),
            new Column("revision", "o.revision"),
            new Column("createdAt", "o.created_at"),
            new Column("updatedAt", "o.updated_at"),
            new Column("deletedAt", "COALESCE(o.deleted_at, -1)")
        };
    }

    @Override
    public Object value(Organization row, String field) {
        return switch (field) {
            case "id" -> row.id().value();
            case "slug" -> row.slug().value();
            case "name" -> row.name().value();
            case "websiteUrl" -> row.websiteUrl().value();
            case "description" -> row.description().value();
            case "liveWrites" -> rank(row.liveWrites().lowest());
            case "projects" -> row.projects();
            case "revision" -> row.revision();
            case "createdAt" -> millis(row.createdAt());
            case "updatedAt" -> millis(row.updatedAt());
            case "deletedAt" -> millis(row.deletedAt());
            default -> throw new IllegalArgumentException(field);
        };
    }
}
