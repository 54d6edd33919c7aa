package io.github.orgctl.store;

import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.Sort;
import io.github.orgctl.core.model.value.WebsiteUrl;
import io.github.orgctl.core.organization.Projects;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.store.jdbc.Migrations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Test data for stores. */
public final class Fixtures {
    public static final Instant T0 = Instant.ofEpochMilli(1_700_000_000_123L);
    public static final Instant T1 = T0.plusMillis(1001);
    public static final Instant T2 = T0.plusMillis(2002);

    private Fixtures() {}

    /** Names of all released migrations plus additional ones. */
    public static String[] releasedAnd(String... others) {
        List<String> names = new ArrayList<>(Migrations.released());
        names.addAll(List.of(others));
        return names.toArray(new String[0]);
    }

    public static Id id() {
        return new Id(UUID.randomUUID().toString());
    }

    public static Organization organization(String slug) {
        return organization(slug, "Name of " + slug);
    }

    public static Organization organization(String slug, String name) {
        return new Organization(
                id(),
                new Slug(slug),
                new Name(name),
                WebsiteUrl.NONE,
                Description.NONE,
                LiveWrites.DEFAULT,
                0,
                1,
                T0,
                T0,
                null);
    }

    /** Returns the organization with all values changed except the name, at revision 2. */
    public static Organization changed(Organization organization, String slug) {
        return organization
                .with(
                        new Slug(slug),
                        organization.name(),
                        new WebsiteUrl("https://example.com/" + slug),
                        new Description("line one\nline two ✓"),
                        new LiveWrites(Role.OWNER))
                .revised(T1);
    }

    /** Returns the organization in the trash since a time, or out of it for null. */
    public static Organization deleted(Organization organization, Instant at) {
        return at == null ? organization.revised(T2) : organization.trashed(at);
    }

    /** Inserts an organization with its billing account, as the service does. */
    public static void add(Tx tx, Organization organization) {
        tx.organizations().insert(organization);
        tx.billingAccounts().insert(BillingAccount.opening(organization));
    }

    public static Project project(Organization owner, String slug) {
        return project(owner, slug, "Name of " + slug, T0);
    }

    public static Project project(Organization owner, String slug, String name, Instant at) {
        return new Project(
                id(),
                owner.id(),
                owner.slug(),
                new Slug(slug),
                new Name(name),
                Description.NONE,
                id(),
                id(),
                1,
                at,
                at,
                null);
    }

    public static Project moved(Project project, Organization owner, Instant deletedAt) {
        Project moved = project.movedTo(owner).with(project.slug(), project.name(), new Description("moved"));
        return deletedAt == null ? moved.revised(T1) : moved.trashed(deletedAt);
    }

    /** Updates a project as the service does. */
    public static void update(Tx tx, Project after) {
        new Projects(tx).update(tx.projects().find(after.id()).orElseThrow(), after);
    }

    /** Purges a project as the service does. */
    public static void purge(Tx tx, Id id) {
        new Projects(tx).purge(tx.projects().find(id).orElseThrow());
    }

    public static <K> Page<K> all() {
        return new Page<>(null, null, null);
    }

    public static <K> Page<K> sorted(String sort) {
        return new Page<>(null, null, Sort.parse(sort));
    }

    public static <T> List<T> rows(Listing<T> listing) {
        List<T> rows = new ArrayList<>();
        listing.forEach(rows::add);
        return rows;
    }

    public static <R> R read(Store store, Function<Tx, R> work) {
        return store.inTx(Store.Purpose.READ, work::apply);
    }

    public static void change(Store store, Consumer<Tx> work) {
        store.inTx(Store.Purpose.CHANGE, tx -> {
            work.accept(tx);
            return null;
        });
    }
}
