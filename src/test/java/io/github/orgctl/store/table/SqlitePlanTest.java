package io.github.orgctl.store.table;

import static io.github.orgctl.store.Fixtures.id;
import static io.github.orgctl.store.Fixtures.organization;
import static io.github.orgctl.store.Fixtures.project;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.audit.AuditEvent;
import io.github.orgctl.core.model.audit.EventFilter;
import io.github.orgctl.core.model.audit.RecordedEvent;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.Quantity;
import io.github.orgctl.core.model.billing.UsageKey;
import io.github.orgctl.core.model.billing.UsageRecord;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Name;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.Sort;
import io.github.orgctl.store.Fixtures;
import io.github.orgctl.store.jdbc.Dialect;
import io.github.orgctl.store.jdbc.Session;
import io.github.orgctl.store.jdbc.Sql;
import io.github.orgctl.store.sqlite.Sqlite;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No query of a command makes SQLite scan a whole table or sort, however many rows there are. */
class SqlitePlanTest {
    private static final Period MONTH = Period.of(Fixtures.T0);

    private final Dialect dialect = new Sqlite("not-used.db", 0);
    private final List<String> texts = new ArrayList<>();
    private Session session;
    private Connection noting;

    @BeforeEach
    void open() throws SQLException {
        session = Sqlite.standIn();
        noting = (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        texts.add((String) arguments[0]);
                    }
                    return method.invoke(session.connection, arguments);
                });
    }

    @AfterEach
    void close() {
        session.close();
    }

    /** Query plans of all statements prepared since the last call. */
    private List<String> plans() {
        List<String> steps = new ArrayList<>();
        for (String text : texts) {
            try (Sql plan = new Sql(session.connection, "EXPLAIN QUERY PLAN " + text)) {
                while (plan.next()) {
                    steps.add(plan.text(4));
                }
            }
        }
        assertThat(steps).isNotEmpty();
        texts.clear();
        return steps;
    }

    @Test
    void lookingUpSearchesAnIndex() {
        Id id = id();
        OrganizationTable organizations = new OrganizationTable(noting);
        organizations.find(id);
        organizations.find(new Slug("a"));
        organizations.find(new Name("a"));
        organizations.findDeleted(new Slug("a"));
        organizations.slugs(AccessScope.EVERYTHING, "a", 9);
        ProjectTable projects = new ProjectTable(noting);
        projects.find(id);
        projects.find(id, new Slug("a"));
        projects.find(id, new Name("a"));
        projects.findDeleted(id, new Slug("a"));
        projects.slugs(AccessScope.EVERYTHING.within(id), "a", 9);
        projects.update(project(organization("a"), "a"));
        projects.ownedSince(id);
        projects.purge(id);
        projects.deleteWithOrganization(id, Fixtures.T0);
        projects.restoreWithOrganization(id, Fixtures.T0);
        MemberTable members = new MemberTable(noting);
        members.lastPeriod(id, new Email("a@example.com"));
        members.endPeriod(id, new Email("a@example.com"), Fixtures.T0);
        new SeriesTable(noting).changeName(id, id, new Slug("a"));
        EnvironmentTable environments = new EnvironmentTable(noting);
        environments.find(id);
        environments.find(id, Mode.LIVE);
        ConfigurationTable configurations = new ConfigurationTable(noting);
        configurations.current(id);
        configurations.find(id, new Key("a"));
        configurations.findRevision(id, 2);
        configurations.history(id, new Page<>(9L, null, null)).forEach(row -> {});
        AuditTable trail = new AuditTable(noting);
        trail.head(id);
        trail.heads(AccessScope.EVERYTHING);
        trail.find(id, 7);
        trail.chain(id).forEach(row -> {});
        TokenTable tokens = new TokenTable(noting);
        tokens.findByHash("a");
        tokens.find(id);
        tokens.find(id, new Name("a"));
        tokens.use("a", Fixtures.T0);
        tokens.revoke(id, Fixtures.T0);
        UsageTable usage = new UsageTable(noting, dialect);
        usage.environment(id);
        usage.isRecorded(id, id);
        usage.find(id, new UsageKey("a"));
        usage.find(7);
        usage.days(id, MONTH, MONTH);
        assertThat(plans()).noneMatch(step -> step.startsWith("SCAN"));
    }

    @Test
    void pagesOfUsageAreReadFromTheIndexOfTheirSeries() {
        UsageTable usage = new UsageTable(noting, dialect);
        UsageRecord after = new UsageRecord(
                7,
                new Slug("a"),
                "a/b:live",
                id(),
                Mode.LIVE,
                new Metric("a"),
                new Quantity(1),
                Fixtures.T0,
                null,
                null);
        for (Id environment : Arrays.asList(null, id())) {
            for (Metric metric : Arrays.asList(null, new Metric("a"))) {
                for (Period period : Arrays.asList(null, MONTH)) {
                    for (UsageRecord from : Arrays.asList(null, after)) {
                        usage.list(id(), environment, metric, period, new Page<>(9L, from, null))
                                .forEach(row -> {});
                    }
                }
            }
        }
        assertThat(plans())
                .contains("SEARCH r USING COVERING INDEX usage_record_series (series=?)")
                .noneMatch(step -> step.startsWith("SCAN"));
    }

    @Test
    void theTrailComesInOrderFromItsIndex() {
        AuditTable trail = new AuditTable(noting);
        EventFilter every = EventFilter.NONE;
        EventFilter some = new EventFilter(
                id(), "ann@example.com", "a", Set.of(Action.ORG_CREATE), Fixtures.T0, null, List.of(), 0);
        Target target = new Target(id(), new Slug("a"), null, null, "a");
        RecordedEvent after = new RecordedEvent(
                new AuditEvent(7, Fixtures.T0, "ann", null, "org.create", target, List.of(), id(), ""), "");
        for (EventFilter filter : List.of(every, some)) {
            for (RecordedEvent from : Arrays.asList(null, after)) {
                for (Sort sort : Arrays.asList(null, new Sort("at", true))) {
                    trail.list(AccessScope.EVERYTHING, filter, new Page<>(9L, from, sort))
                            .forEach(row -> {});
                }
                trail.list(AccessScope.EVERYTHING.within(id()), filter, new Page<>(9L, from, null))
                        .forEach(row -> {});
            }
        }
        assertThat(plans())
                .noneMatch(step -> step.equals("USE TEMP B-TREE FOR ORDER BY"))
                .contains("CO-ROUTINE recent");
    }

    @Test
    void listsComeInOrderFromTheirIndex() {
        Organization organization = organization("a");
        Project project = project(organization, "a");
        Environment environment = new Environment(
                id(), Mode.LIVE, 1, null, id(), project.slug(), id(), project.organization(), Fixtures.T0, Fixtures.T0);
        new OrganizationTable(noting)
                .list(AccessScope.EVERYTHING, new Page<>(9L, organization, null), false)
                .forEach(row -> {});
        new OrganizationTable(noting)
                .list(AccessScope.EVERYTHING, new Page<>(9L, organization, null), true)
                .forEach(row -> {});
        new ProjectTable(noting)
                .list(AccessScope.EVERYTHING, new Page<>(9L, project, null), false)
                .forEach(row -> {});
        new EnvironmentTable(noting)
                .list(AccessScope.EVERYTHING, new Page<>(9L, environment, null))
                .forEach(row -> {});
        List<String> behindARow = plans();
        assertThat(behindARow).noneMatch(step -> step.startsWith("SCAN") || step.contains("TEMP B-TREE"));

        new OrganizationTable(noting)
                .list(AccessScope.EVERYTHING, new Page<>(null, null, null), false)
                .forEach(row -> {});
        new ProjectTable(noting)
                .list(AccessScope.EVERYTHING, new Page<>(null, null, null), false)
                .forEach(row -> {});
        new EnvironmentTable(noting)
                .list(AccessScope.EVERYTHING, new Page<>(null, null, null))
                .forEach(row -> {});
        new ProjectTable(noting)
                .list(AccessScope.EVERYTHING, new Page<>(9L, null, null), false)
                .forEach(row -> {});
        new EnvironmentTable(noting)
                .list(AccessScope.EVERYTHING, new Page<>(9L, null, null))
                .forEach(row -> {});
        assertThat(plans())
                .noneMatch(step -> step.contains("TEMP B-TREE"))
                .filteredOn(step -> step.startsWith("SCAN"))
                .containsOnly("SCAN o USING INDEX organization_slug");
    }

    @Test
    void listsOfOneOrganizationComeInOrderFromTheirIndex() {
        Project project = project(organization("a"), "a");
        Id owner = project.organizationId();
        new ProjectTable(noting)
                .list(AccessScope.EVERYTHING.within(owner), new Page<>(null, null, null), false)
                .forEach(row -> {});
        new ProjectTable(noting)
                .list(AccessScope.EVERYTHING.within(owner), new Page<>(9L, project, null), false)
                .forEach(row -> {});
        new ProjectTable(noting)
                .list(AccessScope.EVERYTHING.within(owner), new Page<>(9L, project, null), true)
                .forEach(row -> {});
        new EnvironmentTable(noting)
                .list(AccessScope.EVERYTHING.within(owner), new Page<>(9L, null, null))
                .forEach(row -> {});
        new TokenTable(noting).list(owner, new Page<>(9L, null, null), false).forEach(row -> {});
        new TokenTable(noting).list(owner, new Page<>(9L, null, null), true).forEach(row -> {});
        assertThat(plans()).noneMatch(step -> step.startsWith("SCAN") || step.contains("TEMP B-TREE"));
    }

    @Test
    void purgingFollowsTheForeignKeysByIndex() {
        for (String child : List.of(
                "project WHERE organization_id",
                "environment WHERE project_id",
                "environment_value WHERE environment_id",
                "api_token WHERE organization_id",
                "api_token WHERE project_id",
                "api_token WHERE member_id")) {
            texts.add("DELETE FROM " + child + " = ?");
        }
        assertThat(plans()).allMatch(step -> step.startsWith("SEARCH"));
    }
}
