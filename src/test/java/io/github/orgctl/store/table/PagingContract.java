package io.github.orgctl.store.table;

import static io.github.orgctl.store.Fixtures.T0;
import static io.github.orgctl.store.Fixtures.all;
import static io.github.orgctl.store.Fixtures.change;
import static io.github.orgctl.store.Fixtures.changed;
import static io.github.orgctl.store.Fixtures.deleted;
import static io.github.orgctl.store.Fixtures.moved;
import static io.github.orgctl.store.Fixtures.organization;
import static io.github.orgctl.store.Fixtures.project;
import static io.github.orgctl.store.Fixtures.read;
import static io.github.orgctl.store.Fixtures.rows;
import static io.github.orgctl.store.Fixtures.sorted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Sort;
import io.github.orgctl.core.organization.Projects;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.store.Fixtures;
import io.github.orgctl.store.StoreBase;
import io.github.orgctl.store.jdbc.Column;
import io.github.orgctl.store.jdbc.RowStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists are in order, as a whole and in pages, for every sort order. */
public abstract class PagingContract extends StoreBase {
    private static final String[] SLUGS = {"b", "a", "a-b", "a9", "ab", "z"};

    @BeforeEach
    public void fill() {
        change(store, tx -> {
            for (int i = 0; i < SLUGS.length; i++) {
                Organization organization = organization(SLUGS[i], i % 2 == 0 ? "Ä" + i : "z" + i);
                tx.organizations().insert(i == 2 ? changed(organization, SLUGS[i]) : organization);
                for (int j = 0; j <= i; j++) {
                    // Times and names repeat from one organization to the next.
                    Instant at = Instant.ofEpochMilli(1000L * (j % 2));
                    Project project = project(organization, SLUGS[j], "Name " + j, at);
                    new Projects(tx).insert(project);
                    if (j == 3) {
                        Fixtures.update(tx, moved(project, organization, T0.plusMillis(i)));
                        new Projects(tx).insert(project(organization, SLUGS[j], "Name " + j, at));
                    }
                }
            }
            tx.organizations().insert(deleted(organization("a"), T0.plusMillis(5)));
            tx.organizations().insert(deleted(organization("a"), T0.plusMillis(5)));
            tx.organizations().insert(deleted(organization("c"), T0.plusMillis(4)));
        });
    }

    private List<Project> projects(Page<Project> page) {
        return read(store, tx -> rows(tx.projects().list(AccessScope.EVERYTHING, page, false)));
    }

    private List<Organization> organizations(Page<Organization> page) {
        return read(store, tx -> rows(tx.organizations().list(AccessScope.EVERYTHING, page, false)));
    }

    @Test
    public void listsComeBySlug() {
        assertThat(organizations(all()))
                .extracting(o -> o.slug().value())
                .containsExactly("a", "a-b", "a9", "ab", "b", "z");
        assertThat(projects(all()))
                .hasSize(21)
                .isSortedAccordingTo(Comparator.comparing(Project::organization).thenComparing(Project::slug));
        assertRows(tx -> rows(tx.environments().list(AccessScope.EVERYTHING, all())))
                .hasSize(42)
                .isSortedAccordingTo(Comparator.comparing(Environment::organization)
                        .thenComparing(Environment::project)
                        .thenComparing(Environment::mode));
    }

    @Test
    public void listsCanBeOfOneOrganization() {
        Organization z = organizations(all()).get(5);
        assertRows(tx -> rows(tx.projects().list(AccessScope.EVERYTHING.within(z.id()), all(), false)))
                .hasSize(6)
                .allMatch(p -> p.organizationId().equals(z.id()));
        assertRows(tx -> rows(tx.projects().list(AccessScope.EVERYTHING.within(z.id()), all(), true)))
                .hasSize(1);
        assertRows(tx -> rows(tx.environments().list(AccessScope.EVERYTHING.within(z.id()), all())))
                .hasSize(12);
        Project third = read(store, tx -> rows(tx.projects().list(AccessScope.EVERYTHING.within(z.id()), all(), false)))
                .get(2);
        assertRows(tx -> rows(tx.projects()
                        .list(AccessScope.EVERYTHING.within(z.id()), new Page<>(null, third, null), false)))
                .hasSize(3);
    }

    @Test
    public void pagesOfAllOrganizationsCanBeOfOneProjectOrMode() {
        for (Project each : projects(all())) {
            AccessScope scope = new AccessScope(null, each.id(), null);
            assertRows(tx -> rows(tx.projects().list(scope, new Page<>(1L, null, null), false)))
                    .containsExactly(each);
            assertRows(tx -> rows(tx.environments().list(scope, new Page<>(2L, null, null))))
                    .extracting(Environment::projectId)
                    .containsExactly(each.id(), each.id());
        }
        AccessScope live = new AccessScope(null, null, Mode.LIVE);
        this.<Environment>assertPages(null, (tx, page) -> tx.environments().list(live, page));
    }

    @Test
    public void listsComeInTheOrderAskedFor() {
        Comparator<Project> own = Comparator.comparing(Project::organization).thenComparing(Project::slug);
        assertThat(projects(sorted("createdAt")))
                .isSortedAccordingTo(Comparator.comparing(Project::createdAt).thenComparing(own));
        assertThat(projects(sorted("createdAt:desc")))
                .isSortedAccordingTo(
                        Comparator.comparing(Project::createdAt).reversed().thenComparing(own));
        assertThat(projects(sorted("liveId"))).isSortedAccordingTo(Comparator.comparing(Project::liveId));
        assertThat(organizations(sorted("projects:desc")))
                .isSortedAccordingTo(
                        Comparator.comparing(Organization::projects).reversed());
        // By bytes, in every database and locale.
        assertThat(organizations(sorted("name")).get(5).name().value()).startsWith("Ä");
        assertThat(read(store, tx -> rows(tx.environments().list(AccessScope.EVERYTHING, sorted("mode"))))
                        .get(0)
                        .mode())
                .hasToString("sandbox");
        assertThat(read(store, tx -> rows(tx.environments().list(AccessScope.EVERYTHING, sorted("mode:desc"))))
                        .get(0)
                        .mode())
                .hasToString("live");
    }

    @Test
    public void everyOrderCanBePagedThrough() {
        BiFunction<Tx, Page<Organization>, Listing<Organization>> organizations =
                (tx, page) -> tx.organizations().list(AccessScope.EVERYTHING, page, false);
        BiFunction<Tx, Page<Organization>, Listing<Organization>> deletedOrganizations =
                (tx, page) -> tx.organizations().list(AccessScope.EVERYTHING, page, true);
        BiFunction<Tx, Page<Project>, Listing<Project>> projects =
                (tx, page) -> tx.projects().list(AccessScope.EVERYTHING, page, false);
        BiFunction<Tx, Page<Project>, Listing<Project>> deletedProjects =
                (tx, page) -> tx.projects().list(AccessScope.EVERYTHING, page, true);
        assertAllOrders(new OrganizationTable(null), organizations, deletedOrganizations);
        assertAllOrders(new ProjectTable(null), projects, deletedProjects);
        assertAllOrders(
                new EnvironmentTable(null), (tx, page) -> tx.environments().list(AccessScope.EVERYTHING, page), null);
    }

    private <K> void assertAllOrders(
            RowStream<K> rows, BiFunction<Tx, Page<K>, Listing<K>> list, BiFunction<Tx, Page<K>, Listing<K>> other) {
        assertPages(null, list);
        for (Column<?> key : rows.sortable()) {
            assertPages(key.field(), list);
            if (other != null) {
                assertPages(key.field(), other);
            }
        }
        if (other != null) {
            assertPages(null, other);
        }
    }

    /**
     * Asserts that the concatenated pages equal the whole list, and that each page reports correctly whether there are
     * more rows.
     */
    private <K> void assertPages(String field, BiFunction<Tx, Page<K>, Listing<K>> list) {
        for (boolean descending : new boolean[] {false, true}) {
            Sort sort = field == null ? null : new Sort(field, descending);
            List<K> whole = read(store, tx -> rows(list.apply(tx, new Page<>(null, null, sort))));
            assertThat(whole).as(field).doesNotHaveDuplicates().hasSizeGreaterThan(2);
            for (long limit : new long[] {1, 4, whole.size()}) {
                assertRows(tx -> inPages(tx, list, sort, limit, whole.size()))
                        .as("%s by %s", sort, limit)
                        .isEqualTo(whole);
            }
        }
    }

    private static <K> List<K> inPages(
            Tx tx, BiFunction<Tx, Page<K>, Listing<K>> list, Sort sort, long limit, int size) {
        List<K> together = new ArrayList<>();
        K after = null;
        for (boolean more = true; more; ) {
            int before = together.size();
            more = list.apply(tx, new Page<>(limit, after, sort)).forEach(together::add);
            assertThat(more).isEqualTo(together.size() < size);
            assertThat(together.size() - before)
                    .isLessThanOrEqualTo((int) limit)
                    .isPositive();
            after = together.get(together.size() - 1);
        }
        return together;
    }

    @Test
    public void onlyFieldsOfTheResourceAreOrders() {
        for (String field : List.of("nonsense", "lock", "o.slug", "slug; DROP TABLE project", "")) {
            Failure failure = failure(
                    () -> read(store, tx -> rows(tx.environments().list(AccessScope.EVERYTHING, sorted(field)))));
            assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
            assertThat(failure.hint().toString()).contains("createdAt").contains("mode");
        }
    }

    @Test
    public void aRowThatIsGoneStillMarksWhereToGoOn() {
        List<Project> whole = projects(all());
        Project last = whole.get(9);
        change(store, tx -> Fixtures.purge(tx, last.id()));
        assertThat(projects(new Page<>(null, last, null))).isEqualTo(whole.subList(10, whole.size()));
    }
}
