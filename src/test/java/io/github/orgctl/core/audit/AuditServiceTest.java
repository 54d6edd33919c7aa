package io.github.orgctl.core.audit;

import static io.github.orgctl.core.kernel.Acting.refused;
import static io.github.orgctl.core.kernel.Acting.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.kernel.Deletion;
import io.github.orgctl.core.model.access.ActionPattern;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.audit.Actor;
import io.github.orgctl.core.model.audit.AuditHead;
import io.github.orgctl.core.model.audit.ChainVerdict;
import io.github.orgctl.core.model.audit.EventReference;
import io.github.orgctl.core.model.audit.KeptHeads;
import io.github.orgctl.core.model.audit.RecordedEvent;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Sha256;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.model.value.Sort;
import io.github.orgctl.core.model.value.Until;
import io.github.orgctl.core.organization.OrganizationChanges;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Acme has the projects App and Website, Other the project Shop. */
class AuditServiceTest {
    private static final AuditQuery HERE = query(false, null, null);
    private static final AuditQuery EVERYWHERE = query(true, null, null);

    private static void inAcme(BiConsumer<Acting, Organization> test) {
        Acting.inNewStore(operator -> {
            Organization acme = operator.organization("Acme");
            operator.project("acme", "App");
            operator.project("acme", "Website");
            operator.organization("Other");
            operator.project("other", "Shop");
            test.accept(operator, acme);
        });
    }

    private static AuditQuery query(boolean all, String project, String actions) {
        return new AuditQuery(
                all,
                project == null ? null : ProjectReference.parse(project),
                null,
                null,
                actions == null ? null : ActionPattern.parse(actions),
                null,
                null);
    }

    private static List<String> list(Acting acting, AuditQuery query, Page<EventReference> page) {
        return texts(rows(acting.audit().list(query, page)));
    }

    private static List<String> list(Acting acting, AuditQuery query) {
        return list(acting, query, Acting.all());
    }

    private static List<String> texts(List<RecordedEvent> events) {
        return events.stream()
                .map(event ->
                        event.event().action() + " " + event.event().target().name())
                .toList();
    }

    private static Page<EventReference> behind(String event) {
        return new Page<>(null, EventReference.parse(event), null);
    }

    private static Id other(Acting acting) {
        return acting.organizations().show(OrganizationReference.parse("other")).id();
    }

    private static void trash(Acting acting, String project, boolean purge) {
        String slug = project.substring(project.indexOf('/') + 1);
        acting.projects().delete(ProjectReference.parse(project), new Deletion(slug, false, purge));
    }

    private static void trashAcme(Acting acting, boolean purge) {
        acting.organizations().delete(OrganizationReference.parse("acme"), new Deletion("acme", false, purge));
    }

    @Test
    void listsTheCurrentOrganizationOrAll() {
        inAcme((acting, acme) -> {
            List<String> acmes = List.of("org.create acme", "project.create acme/app", "project.create acme/website");
            assertThat(list(acting.in("acme"), HERE)).isEqualTo(acmes);
            assertThat(list(acting, EVERYWHERE)).hasSize(5).containsAll(acmes);
            refused(Kind.USAGE, () -> list(acting, HERE));
            refused(Kind.USAGE, () -> list(acting.in("acme"), EVERYWHERE));
            refused(Kind.USAGE, () -> list(acting.in("acme"), query(true, "acme/app", null)));
        });
    }

    @Test
    void goesOnBehindAnEvent() {
        inAcme((acting, acme) -> {
            Acting here = acting.in("acme");
            assertThat(list(here, HERE, behind("2"))).containsExactly("project.create acme/website");
            assertThat(list(here, HERE, behind("acme/1"))).hasSize(2);
            assertThat(list(here, HERE, behind(acme.id() + "/1"))).hasSize(2);
            assertThat(list(acting, EVERYWHERE, behind("acme/1"))).contains("project.create acme/website");
            refused(Kind.NOT_FOUND, () -> list(here, HERE, behind("9")));
            refused(Kind.NOT_FOUND, () -> list(here, HERE, behind(other(acting) + "/1")));
            refused(Kind.USAGE, () -> list(acting, EVERYWHERE, behind("2")));
        });
    }

    @Test
    void filtersByWhatIsAskedFor() {
        inAcme((acting, acme) -> {
            acting.at("2026-11-12T00:00:00Z").in("acme").project("acme", "Late");
            acting.join("acme", "olga@example.com", Role.OWNER);
            Acting here = acting.in("acme").at("2026-11-13T00:00:00Z");
            assertThat(list(here, query(false, null, "org.*"))).containsExactly("org.create acme");
            AuditQuery since = new AuditQuery(false, null, null, null, null, Until.parse("36h"), null);
            assertThat(list(here, since)).first().isEqualTo("project.create acme/late");
            AuditQuery until = new AuditQuery(false, null, null, null, null, null, Until.parse("36h"));
            assertThat(list(here, until)).hasSize(3);
            AuditQuery target = new AuditQuery(false, null, null, "Olga@EXAMPLE.com", null, null, null);
            assertThat(list(here, target))
                    .containsExactly("member.invite olga@example.com", "invite.accept olga@example.com");
            AuditQuery actor = new AuditQuery(false, null, Actor.parse("olga@example.com"), null, null, null, null);
            assertThat(list(here, actor)).containsExactly("invite.accept olga@example.com");
        });
    }

    @Test
    void aProjectsEventsAreThoseOfItsOrganizations() {
        inAcme((acting, acme) -> {
            Project app = acting.projects().show(ProjectReference.parse("acme/app"));
            acting.projects()
                    .move(ProjectReference.parse("acme/app"), OrganizationReference.parse("other"), null, false);
            String id = app.id().value();
            assertThat(list(acting, query(false, "other/app", null))).containsExactly("project.move other/app");
            assertThat(list(acting, query(false, id, null))).containsExactly("project.move other/app");
            assertThat(list(acting, query(true, id, null))).hasSize(3);
            assertThat(list(acting.in("acme"), query(false, id, null)))
                    .containsExactly("project.create acme/app", "project.move acme/app");
            trash(acting, "other/app", false);
            assertThat(list(acting, query(false, id, null))).hasSize(2);
            trash(acting, "other/app", true);
            refused(Kind.USAGE, () -> list(acting, query(false, id, null)));
            assertThat(list(acting, query(true, id, null))).hasSize(5);
            assertThat(list(acting.in("acme"), query(false, id, null))).hasSize(2);
        });
    }

    @Test
    void aTrailOutlivesWhatItIsOf() {
        inAcme((acting, acme) -> {
            acting.as("eve@example.com").organization("Eves");
            Acting byId = acting.in(acme.id().value());
            trashAcme(acting, false);
            assertThat(list(byId, HERE)).hasSize(4);
            refused(Kind.NOT_FOUND, () -> list(acting.in("acme"), HERE));
            refused(Kind.NOT_FOUND, () -> list(byId.as("eve@example.com"), HERE));
            trashAcme(acting, true);
            assertThat(list(byId, HERE)).hasSize(5);
            refused(Kind.NOT_FOUND, () -> list(byId.as("eve@example.com"), HERE));
            refused(Kind.NOT_FOUND, () -> list(acting.in("00000000-0000-4000-8000-000000000000"), HERE));
        });
    }

    @Test
    void someEventsAreForAdmins() {
        inAcme((acting, acme) -> {
            acting.join("acme", "adam@example.com", Role.ADMIN);
            acting.join("acme", "vera@example.com", Role.VIEWER);
            acting.join("other", "vera@example.com", Role.ADMIN);
            AuditQuery invitations = query(false, null, "member.invite");
            assertThat(list(acting.as("adam@example.com").in("acme"), invitations))
                    .hasSize(2);
            Acting vera = acting.as("vera@example.com");
            refused(Kind.FORBIDDEN, () -> list(vera.in("acme"), invitations));
            assertThat(list(vera.in("acme"), HERE)).hasSize(3);
            assertThat(list(vera, query(true, null, "member.invite")))
                    .containsExactly("member.invite vera@example.com");
            refused(Kind.FORBIDDEN, () -> vera.in("acme").audit().export(false));
            refused(Kind.FORBIDDEN, () -> vera.audit().export(true));
            assertThat(rows(acting.as("adam@example.com").audit().export(true))).isNotEmpty();
            Acting token = acting.with(acting.token("acme", "ci", Role.VIEWER, "app", null));
            refused(Kind.FORBIDDEN, () -> list(token.in("acme"), HERE));
            assertThat(list(token, query(false, "acme/app", null))).containsExactly("project.create acme/app");
            refused(Kind.NOT_FOUND, () -> list(token, query(false, "acme/website", null)));
        });
    }

    @Test
    void followsWhatComesSince() {
        inAcme((acting, acme) -> {
            AuditPositions positions = new AuditPositions();
            Acting here = acting.in("acme");
            assertThat(follow(here, HERE, positions)).hasSize(3);
            assertThat(follow(here, HERE, positions)).isEmpty();
            acting.project("acme", "Late");
            acting.project("other", "Far");
            assertThat(follow(here, HERE, positions)).containsExactly("project.create acme/late");
            assertThat(follow(here, HERE, positions)).isEmpty();
            // It goes on under another name.
            acting.organizations()
                    .update(
                            OrganizationReference.parse("acme"),
                            new OrganizationChanges(null, new Slug("acme-2"), null, null, null),
                            null);
            assertThat(follow(here, HERE, positions)).containsExactly("org.update acme-2");
        });
    }

    private static List<String> follow(Acting acting, AuditQuery query, AuditPositions positions) {
        return texts(rows(acting.audit().follow(query, Acting.all(), positions)));
    }

    @Test
    void followsAProjectWhereItGoes() {
        inAcme((acting, acme) -> {
            AuditPositions everywhere = new AuditPositions();
            AuditQuery app = query(true, "acme/app", null);
            assertThat(follow(acting, app, everywhere)).containsExactly("project.create acme/app");
            AuditPositions all = new AuditPositions();
            assertThat(follow(acting, EVERYWHERE, all)).hasSize(5);
            acting.projects()
                    .move(ProjectReference.parse("acme/app"), OrganizationReference.parse("other"), null, false);
            acting.project("other", "Late");
            assertThat(follow(acting, app, everywhere))
                    .containsExactlyInAnyOrder("project.move other/app", "project.move acme/app");
            assertThat(follow(acting, EVERYWHERE, all)).hasSize(3);
        });
    }

    @Test
    void followsNoFurtherThanOneMaySee() {
        inAcme((acting, acme) -> {
            acting.join("acme", "vera@example.com", Role.VIEWER);
            Acting vera = acting.as("vera@example.com").in("acme");
            AuditPositions positions = new AuditPositions();
            follow(vera, HERE, positions);
            acting.in("acme").members().remove(new Email("vera@example.com"), false);
            refused(Kind.NOT_FOUND, () -> follow(vera, HERE, positions));
        });
    }

    @Test
    void followingHasNoEndAndOneOrder() {
        inAcme((acting, acme) -> {
            AuditService audit = acting.in("acme").audit();
            AuditPositions positions = new AuditPositions();
            refused(Kind.USAGE, () -> audit.follow(HERE, new Page<>(1L, null, null), positions));
            refused(Kind.USAGE, () -> audit.follow(HERE, new Page<>(null, null, Sort.parse("at")), positions));
            AuditQuery until = new AuditQuery(false, null, null, null, null, null, Until.parse("1h"));
            refused(Kind.USAGE, () -> audit.follow(until, Acting.all(), positions));
        });
    }

    @Test
    void verifiesSoundChains() {
        inAcme((acting, acme) -> {
            Verification all = acting.audit().verify(false, new KeptHeads());
            assertThat(all.ok()).isTrue();
            assertThat(all.verdicts()).hasSize(2).allMatch(ChainVerdict::ok);
            ChainVerdict verdict = verdict(acting.in("acme"), new KeptHeads());
            assertThat(verdict.organization()).isEqualTo("acme");
            assertThat(verdict.events()).isEqualTo(3);
            assertThat(verdict.head()).isEqualTo(head(acting, acme.id()).hash());
            assertThat(verdict.keptHead()).isNull();
        });
    }

    private static AuditHead head(Acting acting, Id organization) {
        return acting.tx().audit().head(organization).orElseThrow();
    }

    private static ChainVerdict verdict(Acting acting, KeptHeads kept) {
        List<ChainVerdict> verdicts = acting.audit().verify(false, kept).verdicts();
        assertThat(verdicts).hasSize(1);
        return verdicts.get(0);
    }

    @Test
    void comparesChainsWithHeadsThatWereKept() {
        inAcme((acting, acme) -> {
            KeptHeads kept = new KeptHeads();
            assertThat(kept.isEmpty()).isTrue();
            kept.add(head(acting, acme.id()));
            kept.add(head(acting, other(acting)));
            assertThat(kept.isEmpty()).isFalse();
            Verification here = acting.in("acme").audit().verify(false, kept);
            assertThat(here.ok()).isTrue();
            assertThat(here.heads()).isEqualTo(1);
            assertThat(here.passedOver()).isEqualTo(1);
            assertThat(here.verdicts().get(0).keptHead()).isEqualTo(3);
            acting.project("acme", "Late");
            assertThat(verdict(acting.in("acme"), kept).ok()).isTrue();
            kept.add(new AuditHead(acme.id(), 4, "f".repeat(64)));
            ChainVerdict broken = verdict(acting.in("acme"), kept);
            assertThat(broken.brokenAt()).isEqualTo(4);
            assertThat(acting.in("acme").audit().verify(false, kept).ok()).isFalse();
        });
    }

    @Test
    void missesEventsThatAKeptHeadNames() {
        inAcme((acting, acme) -> {
            KeptHeads kept = new KeptHeads();
            kept.add(new AuditHead(acme.id(), 5, "f".repeat(64)));
            assertThat(verdict(acting.in("acme"), kept).brokenAt()).isEqualTo(4);
            Id unknown = new Id("00000000-0000-4000-8000-000000000000");
            KeptHeads strange = new KeptHeads();
            strange.add(new AuditHead(unknown, 1, "f".repeat(64)));
            Verification all = acting.audit().verify(true, strange);
            assertThat(all.verdicts()).hasSize(3);
            assertThat(all.verdicts().get(0).organizationId()).isEqualTo(unknown.value());
            assertThat(all.verdicts().get(0).brokenAt()).isEqualTo(1);
            assertThat(all.verdicts().get(0).head()).isNull();
        });
    }

    @Test
    void findsTextsThatAreNotInTheChain() {
        inAcme((acting, acme) -> {
            // A well-formed event of another organization, chained to the last one here.
            RecordedEvent strange = acting.events(other(acting)).get(0);
            String text = strange.event().text();
            acting.tx().audit().append(new AuditHead(acme.id(), 4, Sha256.of(text)), text);
            assertThat(verdict(acting.in("acme"), new KeptHeads()).brokenAt()).isEqualTo(4);
        });
    }

    @Test
    void theTrashIsVerifiedToo() {
        inAcme((acting, acme) -> {
            trashAcme(acting, false);
            assertThat(acting.audit().verify(true, new KeptHeads()).verdicts()).hasSize(2);
            assertThat(acting.audit().verify(true, new KeptHeads()).ok()).isTrue();
        });
    }

    @Test
    void exportsHeadsBeforeEvents() {
        inAcme((acting, acme) -> {
            List<String> lines = lines(rows(acting.in("acme").audit().export(false)));
            assertThat(lines).hasSize(4);
            assertThat(lines.get(0)).isEqualTo(head(acting, acme.id()).line());
            assertThat(lines.get(1)).contains("org.create");
            assertThat(lines(rows(acting.in("acme").audit().heads(false)))).containsExactly(lines.get(0));
            assertThat(rows(acting.audit().heads(false))).hasSize(2);
            assertThat(rows(acting.audit().export(true))).hasSize(7);
            assertThat(acting.audit().export(true).forEach(line -> {})).isFalse();
            assertThat(acting.audit().heads(true).forEach(line -> {})).isFalse();
            refused(Kind.USAGE, () -> acting.in("acme").audit().heads(true));
        });
    }

    private static List<String> lines(List<byte[]> lines) {
        List<String> texts = new ArrayList<>();
        lines.forEach(line -> texts.add(new String(line, StandardCharsets.UTF_8)));
        return texts;
    }

    @Test
    void theStoresOwnTrailIsOfNoOrganization() {
        inAcme((acting, acme) -> {
            acting.plans().retire(new Slug("standard"));
            assertThat(acting.events(Target.STORE)).hasSize(1);
            assertThat(acting.audit().verify(true, new KeptHeads()).verdicts()).hasSize(3);
        });
    }

    @Test
    void followsAProjectOfOneOrganizationAlsoOnceItIsGone() {
        inAcme((acting, acme) -> {
            AuditPositions positions = new AuditPositions();
            Acting here = acting.in("acme");
            AuditQuery app = query(false, "acme/app", null);
            assertThat(follow(here, app, positions)).containsExactly("project.create acme/app");
            acting.projects()
                    .move(ProjectReference.parse("acme/app"), OrganizationReference.parse("other"), null, false);
            assertThat(follow(here, app, positions)).containsExactly("project.move acme/app");
            acting.projects().delete(ProjectReference.parse("other/app"), new Deletion("app", false, true));
            assertThat(follow(here, app, positions)).isEmpty();
        });
    }

    @Test
    void nothingIsLeftOutOfWhatIsFollowed() {
        inAcme((acting, acme) -> {
            AuditPositions positions = new AuditPositions();
            Acting here = acting.in("acme");
            assertThat(here.audit().follow(HERE, Acting.all(), positions).forEach(event -> {}))
                    .isFalse();
            acting.project("acme", "Late");
            assertThat(here.audit().follow(HERE, Acting.all(), positions).forEach(event -> {}))
                    .isFalse();
        });
    }

    @Test
    void everyEventHasANameOfItsOwn() {
        inAcme((acting, acme) -> assertThat(acting.events(acme.id()))
                .extracting(RecordedEvent::name)
                .containsExactly(acme.id() + "/1", acme.id() + "/2", acme.id() + "/3"));
    }
}
