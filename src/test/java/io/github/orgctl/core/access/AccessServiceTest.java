package io.github.orgctl.core.access;

import static io.github.orgctl.core.kernel.Acting.refused;
import static io.github.orgctl.core.kernel.Acting.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.TokenReference;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.LiveWrites;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Sort;
import io.github.orgctl.core.organization.OrganizationChanges;
import io.github.orgctl.core.port.Listing;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Acme has the projects App and Website, Zoo has Cage. Olga owns Acme; dora is a developer of both. */
class AccessServiceTest {
    private static final Subject ONESELF = new Subject(null, null);
    private static final Subject DORA = new Subject(new Email("dora@example.com"), null);
    private static final Subject EVE = new Subject(new Email("eve@example.com"), null);
    private static final ProjectReference WEBSITE = ProjectReference.parse("acme/website");
    private static final Action ASKING = Action.ACCESS_EXPLAIN;

    private static void inTwoOrganizations(Consumer<Acting> test) {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.project("acme", "App");
            operator.project("acme", "Website");
            operator.organization("Zoo");
            operator.project("zoo", "Cage");
            operator.join("acme", "olga@example.com", Role.OWNER);
            operator.join("acme", "dora@example.com", Role.DEVELOPER);
            operator.join("zoo", "dora@example.com", Role.VIEWER);
            test.accept(operator);
        });
    }

    private static Subject token(TokenDetails token) {
        return new Subject(null, new TokenReference.ById(token.token().id()));
    }

    private static Page<String> page(Long limit, String after) {
        return new Page<>(limit, after, null);
    }

    private static List<String> places(Acting acting, Subject subject, Page<String> page) {
        return rows(acting.access().list(subject, null, page)).stream()
                .map(rights -> rights.organization() + (rights.project() == null ? "" : "/" + rights.project()))
                .toList();
    }

    private static Explanation explain(Acting acting, Subject subject, Action action, String where) {
        EnvironmentReference reference = where == null ? null : EnvironmentReference.parse(where);
        return acting.access().explain(subject, action, reference, ASKING);
    }

    @Test
    void listsOrganizationsEachWithItsProjects() {
        inTwoOrganizations(operator -> {
            List<String> everything = List.of("acme", "acme/app", "acme/website", "zoo", "zoo/cage");
            assertThat(places(operator, ONESELF, Acting.all())).isEqualTo(everything);
            assertThat(places(operator.as("dora@example.com"), ONESELF, Acting.all()))
                    .isEqualTo(everything);
            assertThat(places(operator.as("olga@example.com"), ONESELF, Acting.all()))
                    .containsExactly("acme", "acme/app", "acme/website");
            assertThat(places(operator.in("zoo"), ONESELF, Acting.all())).containsExactly("zoo", "zoo/cage");
            assertThat(places(operator, DORA, Acting.all())).isEqualTo(everything);
            assertThat(places(operator, EVE, Acting.all())).isEmpty();
        });
    }

    /** The concatenated pages equal the whole list for every page size. */
    @Test
    void goesOnBehindAnyRow() {
        inTwoOrganizations(operator -> {
            List<String> everything = places(operator, ONESELF, Acting.all());
            for (long limit = 0; limit <= everything.size() + 1; limit++) {
                for (int start = 0; start <= everything.size(); start++) {
                    String after = start == 0 ? null : everything.get(start - 1);
                    int end = (int) Math.min(start + limit, everything.size());
                    assertThat(places(operator, ONESELF, page(limit, after)))
                            .as("%d behind %s", limit, after)
                            .isEqualTo(everything.subList(start, end));
                    long asked = limit;
                    boolean cut = operator.access()
                            .list(ONESELF, null, page(asked, after))
                            .forEach(row -> {});
                    assertThat(cut).isEqualTo(start + limit < everything.size());
                }
            }
        });
    }

    @Test
    void goesOnBehindWhatIsListedOnly() {
        inTwoOrganizations(operator -> {
            Acting olga = operator.as("olga@example.com");
            refused(Kind.NOT_FOUND, () -> places(olga, ONESELF, page(null, "zoo")));
            refused(Kind.NOT_FOUND, () -> places(operator, EVE, page(null, "zoo")));
            refused(Kind.NOT_FOUND, () -> places(operator, EVE, page(null, "zoo/cage")));
            refused(Kind.USAGE, () -> operator.access()
                    .list(ONESELF, null, new Page<>(null, null, Sort.parse("role"))));
        });
    }

    @Test
    void saysWhatMayBeDone() {
        inTwoOrganizations(operator -> {
            List<Rights> rights = rows(operator.as("dora@example.com").access().list(ONESELF, null, Acting.all()));
            Rights acme = rights.get(0);
            assertThat(acme.member()).isEqualTo("dora@example.com");
            assertThat(acme.role()).isEqualTo(Role.DEVELOPER);
            assertThat(acme.can()).containsExactly("read");
            assertThat(acme.live()).isNull();
            Rights app = rights.get(1);
            assertThat(app.can()).containsExactly("read");
            assertThat(app.sandbox()).containsExactly("read", "change");
            assertThat(app.live()).containsExactly("read", "change");
            Rights cage = rights.get(4);
            assertThat(cage.sandbox()).containsExactly("read");
            operator.organizations()
                    .update(
                            OrganizationReference.parse("acme"),
                            new OrganizationChanges(null, null, null, null, new LiveWrites(Role.ADMIN)),
                            null);
            Rights now =
                    rows(operator.access().list(DORA, WEBSITE, Acting.all())).get(0);
            assertThat(now.sandbox()).containsExactly("read", "change");
            assertThat(now.live()).containsExactly("read");
        });
    }

    @Test
    void aTokensRightsEndAtItsScope() {
        inTwoOrganizations(operator -> {
            TokenDetails token = operator.token("acme", "ci", Role.OWNER, "website", Mode.SANDBOX);
            assertThat(places(operator, token(token), Acting.all())).containsExactly("acme", "acme/website");
            Rights website = rows(operator.access().list(token(token), WEBSITE, Acting.all()))
                    .get(0);
            assertThat(website.sandbox()).containsExactly("read", "change");
            assertThat(website.live()).isEmpty();
            assertThat(places(operator.in("zoo"), ONESELF, Acting.all())).hasSize(2);
            assertThat(places(operator.with(token), ONESELF, Acting.all())).containsExactly("acme", "acme/website");
            // Its bearer may ask about it, by name or not.
            assertThat(places(operator.with(token), token(token), Acting.all()))
                    .containsExactly("acme", "acme/website");
            Subject byName = new Subject(null, TokenReference.parse("ci"));
            assertThat(places(operator.with(token), byName, Acting.all())).hasSize(2);
        });
    }

    @Test
    void oneProjectIsOneRow() {
        inTwoOrganizations(operator -> {
            assertThat(rows(operator.access().list(DORA, WEBSITE, Acting.all())))
                    .extracting(Rights::project)
                    .map(Object::toString)
                    .containsExactly("website");
            assertThat(operator.access().list(DORA, WEBSITE, Acting.all()).forEach(row -> {}))
                    .isFalse();
            Listing<Rights> behindIt = operator.access().list(DORA, WEBSITE, page(null, "acme/website"));
            assertThat(rows(behindIt)).isEmpty();
            assertThat(behindIt.forEach(row -> {})).isFalse();
            refused(Kind.NOT_FOUND, () -> operator.access().list(DORA, WEBSITE, page(null, "acme/app")));
        });
    }

    @Test
    void aProjectsMembersComeByAddress() {
        inTwoOrganizations(operator -> {
            List<Rights> members = rows(operator.access().list(ONESELF, WEBSITE, Acting.all()));
            assertThat(members).extracting(Rights::member).containsExactly("dora@example.com", "olga@example.com");
            assertThat(rows(operator.access().list(ONESELF, WEBSITE, page(null, "dora@example.com"))))
                    .extracting(Rights::member)
                    .containsExactly("olga@example.com");
            Page<String> sorted = new Page<>(null, null, new Sort("member", true));
            assertThat(rows(operator.access().list(ONESELF, WEBSITE, sorted)))
                    .extracting(Rights::member)
                    .containsExactly("olga@example.com", "dora@example.com");
            Page<String> byRole = new Page<>(null, null, Sort.parse("role"));
            assertThat(rows(operator.access().list(ONESELF, WEBSITE, byRole))).hasSize(2);
            TokenDetails token = operator.token("acme", "ci", Role.VIEWER, "website", null);
            refused(Kind.FORBIDDEN, () -> operator.with(token).access().list(ONESELF, WEBSITE, Acting.all()));
        });
    }

    @Test
    void onlyMembersAskAboutOthers() {
        inTwoOrganizations(operator -> {
            Subject olga = new Subject(new Email("olga@example.com"), null);
            TokenDetails token = operator.token("acme", "ci", Role.VIEWER, "website", null);
            refused(Kind.FORBIDDEN, () -> places(operator.with(token), DORA, Acting.all()));
            refused(Kind.FORBIDDEN, () -> operator.with(token).access().list(olga, WEBSITE, Acting.all()));
            assertThat(operator.as("dora@example.com").access().list(olga, WEBSITE, Acting.all()))
                    .isNotNull();
            refused(
                    Kind.FORBIDDEN,
                    () -> operator.as("dora@example.com").access().list(token(token), WEBSITE, Acting.all()));
        });
    }

    @Test
    void explainsForEnvironments() {
        inTwoOrganizations(operator -> {
            Explanation allowed = explain(operator, DORA, Action.CONFIG_SET, "acme/website:live");
            assertThat(allowed.allowed()).isTrue();
            assertThat(allowed.target()).isEqualTo("acme/website:live");
            assertThat(allowed.who()).isEqualTo("dora@example.com");
            assertThat(explain(operator, DORA, Action.CONFIG_SET, "zoo/cage:live")
                            .allowed())
                    .isFalse();
            Explanation live = explain(operator, DORA, Action.ENV_PROMOTE, "acme/website");
            assertThat(live.target()).isEqualTo("acme/website:live");
            Acting chosen = operator.in("acme").project("website");
            assertThat(explain(chosen, DORA, Action.ENV_PROMOTE, null).target()).isEqualTo("acme/website:live");
            refused(Kind.USAGE, () -> explain(operator, DORA, Action.ENV_PROMOTE, "acme/website:sandbox"));
            refused(Kind.USAGE, () -> explain(chosen, DORA, Action.CONFIG_SET, null));
        });
    }

    @Test
    void explainsForProjectsAndOrganizations() {
        inTwoOrganizations(operator -> {
            assertThat(explain(operator, DORA, Action.PROJECT_UPDATE, "acme/website")
                            .target())
                    .isEqualTo("acme/website");
            assertThat(explain(operator, DORA, Action.CONFIG_GET, "acme/website:live")
                            .target())
                    .isEqualTo("acme/website:live");
            assertThat(explain(operator.in("acme"), DORA, Action.PROJECT_UPDATE, null)
                            .target())
                    .isEqualTo("acme");
            Explanation stranger = explain(operator.in("acme"), EVE, Action.MEMBER_LIST, null);
            assertThat(stranger.allowed()).isFalse();
            assertThat(stranger.role()).isNull();
            refused(Kind.USAGE, () -> explain(operator, DORA, Action.PROJECT_UPDATE, "acme/website:live"));
            refused(Kind.USAGE, () -> explain(operator, DORA, Action.MEMBER_LIST, "acme/website"));
            refused(Kind.USAGE, () -> explain(operator, DORA, Action.ORG_CREATE, "acme/website"));
        });
    }

    @Test
    void explainsForTheStore() {
        inTwoOrganizations(operator -> {
            assertThat(explain(operator, ONESELF, Action.STORE_INFO, null).allowed())
                    .isTrue();
            assertThat(explain(operator, DORA, Action.STORE_INFO, null).allowed())
                    .isFalse();
            assertThat(explain(operator, DORA, Action.ORG_CREATE, null).allowed())
                    .isTrue();
            TokenDetails token = operator.token("acme", "ci", Role.OWNER, null, null);
            Explanation forbidden = explain(operator, token(token), Action.ORG_CREATE, null);
            assertThat(forbidden.allowed()).isFalse();
            assertThat(forbidden.target()).isNull();
            assertThat(explain(operator.with(token), ONESELF, Action.ORG_CREATE, null)
                            .allowed())
                    .isFalse();
        });
    }

    @Test
    void aPlaceThatIsTooPreciseIsToldHowToNameIt() {
        inTwoOrganizations(operator -> {
            for (Action action : List.of(Action.PROJECT_UPDATE, Action.MEMBER_LIST, Action.ORG_CREATE)) {
                assertThat(Acting.failure(() -> explain(operator, DORA, action, "acme/website:live"))
                                .hint())
                        .isNotNull();
            }
        });
    }
}
