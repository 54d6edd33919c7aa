package io.github.orgctl.core.document;

import static io.github.orgctl.core.document.Documents.deleting;
import static io.github.orgctl.core.document.Documents.entries;
import static io.github.orgctl.core.document.Documents.keeping;
import static io.github.orgctl.core.document.Documents.organization;
import static io.github.orgctl.core.document.Documents.project;
import static io.github.orgctl.core.kernel.Acting.failure;
import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Failure.Kind;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Acme has the owner Olga, the admin Ann, the developer Dan, the viewer Vic and the project Website. */
class OrganizationComparisonTest {
    private static final String OLGA = "olga@example.com";
    private static final String ANN = "ann@example.com";
    private static final String DAN = "dan@example.com";
    private static final String VIC = "vic@example.com";

    private static void inAcme(Consumer<Acting> test) {
        Acting.inNewStore(operator -> {
            operator.as(OLGA).organization("Acme");
            operator.join("acme", ANN, Role.ADMIN);
            operator.join("acme", DAN, Role.DEVELOPER);
            operator.join("acme", VIC, Role.VIEWER);
            operator.project("acme", "Website");
            test.accept(operator);
        });
    }

    private static Organization acme(Acting acting) {
        return acting.asOperator().organizations().show(OrganizationReference.parse("acme"));
    }

    private static Documents.OrganizationDraft allMembers() {
        return organization("acme")
                .member(OLGA, Role.OWNER)
                .member(ANN, Role.ADMIN)
                .member(DAN, Role.DEVELOPER)
                .member(VIC, Role.VIEWER);
    }

    @Test
    void whatIsNotThereIsCreatedWithWhatTheDocumentSays() {
        inAcme(operator -> {
            ChangePlan plan = keeping(
                    operator.as(VIC),
                    organization("new")
                            .name("New")
                            .websiteUrl("https://new.example.com")
                            .description("d")
                            .liveWrites(Role.ADMIN)
                            .member(VIC, Role.OWNER));
            assertThat(entries(plan))
                    .containsExactly(
                            "create organization new: null -> \"New\"",
                            "create organization new websiteUrl: null -> \"https://new.example.com\"",
                            "create organization new description: null -> \"d\"",
                            "create organization new liveWrites: null -> \"admin\"",
                            "create member new vic@example.com: null -> \"owner\" [role-changes]");
            assertThat(plan.preconditions())
                    .containsExactly(
                            new Precondition("new", Precondition.ABSENT),
                            new Precondition("new vic@example.com", Precondition.ABSENT));
        });
    }

    @Test
    void emptyTextsOfWhatIsCreatedAreNotWorthTelling() {
        inAcme(operator -> assertThat(entries(keeping(
                        operator,
                        organization("new").name("New").websiteUrl("").description(""),
                        project("new/app").name("App").description(""))))
                .containsExactly(
                        "create organization new: null -> \"New\"", "create project new/app: null -> \"App\""));
    }

    @Test
    void creationRequiresAName() {
        inAcme(operator -> {
            Failure failure = failure(() -> keeping(operator, organization("new")));
            assertThat(failure.kind()).isEqualTo(Kind.USAGE);
            assertThat(failure)
                    .hasMessage("the organization new does not exist: its document requires a name to create it");
        });
    }

    @Test
    void aTokenCreatesNoOrganization() {
        inAcme(operator -> {
            Acting token = operator.with(operator.token("acme", "ci", Role.ADMIN, null, null));
            Failure failure = failure(() -> keeping(token, organization("new").name("New")));
            assertThat(failure.kind()).isEqualTo(Kind.FORBIDDEN);
            assertThat(failure).hasMessageContaining("'org.create'");
        });
    }

    @Test
    void whatADocumentDoesNotMentionStaysAsItIs() {
        inAcme(operator -> {
            ChangePlan plan = deleting(operator, organization("acme"), project("acme/website"));
            assertThat(plan.entries()).isEmpty();
            assertThat(plan.preconditions()).isEmpty();
            assertThat(plan.deletions()).isEmpty();
            assertThat(plan.isEmpty()).isTrue();
        });
    }

    @Test
    void fieldsThatDifferAreUpdated() {
        inAcme(operator -> {
            Organization acme = acme(operator);
            ChangePlan plan = keeping(
                    operator.as(OLGA),
                    organization("acme")
                            .name("Acme Inc")
                            .websiteUrl("https://acme.example.com")
                            .description("d")
                            .liveWrites(Role.OWNER));
            assertThat(entries(plan))
                    .containsExactly(
                            "update organization acme name: \"Acme\" -> \"Acme Inc\"",
                            "update organization acme websiteUrl: \"\" -> \"https://acme.example.com\"",
                            "update organization acme description: \"\" -> \"d\"",
                            "update organization acme liveWrites: \"developer\" -> \"owner\" [role-changes]");
            assertThat(plan.preconditions())
                    .containsExactly(new Precondition("acme", acme.id() + " revision " + acme.revision()));
            assertThat(plan.isEmpty()).isFalse();
        });
    }

    @Test
    void fieldsThatAreAsTheyShallBeAreNoChange() {
        inAcme(operator -> assertThat(keeping(
                                operator.as(VIC),
                                organization("acme")
                                        .name("Acme")
                                        .websiteUrl("")
                                        .description("")
                                        .liveWrites(Role.DEVELOPER))
                        .entries())
                .isEmpty());
    }

    @Test
    void onlyOwnersChangeTheOrganizationItself() {
        inAcme(operator -> {
            Failure failure =
                    failure(() -> keeping(operator.as(ANN), organization("acme").name("A")));
            assertThat(failure.kind()).isEqualTo(Kind.FORBIDDEN);
            assertThat(failure)
                    .hasMessageStartingWith("ann@example.com is not allowed to perform 'org.update' on acme");
        });
    }

    @Test
    void everyMissingPermissionIsNamedOnce() {
        inAcme(operator -> {
            Failure failure = failure(() -> keeping(
                    operator.as(ANN),
                    organization("acme")
                            .liveWrites(Role.ADMIN)
                            .member(OLGA, Role.ADMIN)
                            .member("new@example.com", Role.OWNER)));
            assertThat(failure.kind()).isEqualTo(Kind.FORBIDDEN);
            assertThat(failure.getMessage().lines().map(String::strip))
                    .satisfiesExactly(
                            line -> assertThat(line).isEqualTo("4 permissions are missing:"),
                            line -> assertThat(line).contains("'org.update' on acme:"),
                            line -> assertThat(line).contains("'org.live-writes' on acme:"),
                            line -> assertThat(line)
                                    .contains("'member.role' on olga@example.com: the role owner is above"),
                            line -> assertThat(line).contains("'member.invite' on acme: the role owner is above"));
            Failure developer = failure(() -> keeping(
                    operator.as(DAN),
                    organization("acme").member("a@example.com", Role.VIEWER).member("b@example.com", Role.VIEWER)));
            assertThat(developer)
                    .hasMessageStartingWith("dan@example.com is not allowed to perform 'member.invite' on acme");
        });
    }

    @Test
    void membersAreInvitedAndGetOtherRoles() {
        inAcme(operator -> {
            ChangePlan invited = keeping(operator.as(ANN), allMembers().member("NEW@example.com", Role.VIEWER));
            assertThat(entries(invited))
                    .containsExactly("create member acme new@example.com: null -> \"viewer\" [role-changes]");
            assertThat(invited.preconditions())
                    .containsExactly(new Precondition("acme new@example.com", Precondition.ABSENT));
            ChangePlan raised = keeping(
                    operator.as(ANN),
                    organization("acme")
                            .member(OLGA, Role.OWNER)
                            .member("ANN@example.com", Role.ADMIN)
                            .member(DAN, Role.ADMIN)
                            .member(VIC, Role.VIEWER));
            assertThat(entries(raised))
                    .containsExactly("update member acme dan@example.com: \"developer\" -> \"admin\" [role-changes]");
            assertThat(raised.preconditions()).singleElement().satisfies(each -> {
                assertThat(each.address()).isEqualTo("acme dan@example.com");
                assertThat(each.state()).contains(" developer active 2026-11-10T12:00:00.");
            });
        });
    }

    @Test
    void membersWhomTheDocumentLacksGoOnlyWhereDeletionsMayBe() {
        inAcme(operator -> {
            Documents.OrganizationDraft three = organization("acme")
                    .member(OLGA, Role.OWNER)
                    .member(ANN, Role.ADMIN)
                    .member(DAN, Role.DEVELOPER);
            ChangePlan kept = keeping(operator.as(VIC), three);
            assertThat(entries(kept))
                    .containsExactly("keep member acme vic@example.com: \"viewer\" -> null [role-changes, delete]");
            assertThat(kept.preconditions()).isEmpty();
            assertThat(kept.isEmpty()).isTrue();
            ChangePlan gone = deleting(operator.as(ANN), three);
            assertThat(entries(gone))
                    .containsExactly("delete member acme vic@example.com: \"viewer\" -> null [role-changes, delete]");
            assertThat(gone.preconditions()).hasSize(1);
            assertThat(gone.isEmpty()).isFalse();
        });
    }

    @Test
    void adminsNeitherRemoveNorDemoteAnOwner() {
        inAcme(operator -> {
            Failure removal = failure(() -> deleting(
                    operator.as(ANN),
                    organization("acme")
                            .member(ANN, Role.ADMIN)
                            .member(DAN, Role.DEVELOPER)
                            .member(VIC, Role.VIEWER)));
            assertThat(removal).hasMessageContaining("'member.remove' on olga@example.com: the role owner is above");
            refused(
                    Kind.FORBIDDEN,
                    () -> keeping(operator.as(ANN), organization("acme").member(OLGA, Role.VIEWER)));
            refused(
                    Kind.FORBIDDEN,
                    () -> keeping(operator.as(ANN), organization("acme").member(DAN, Role.OWNER)));
            assertThat(keeping(operator.as(OLGA), organization("acme").member(DAN, Role.OWNER))
                            .isEmpty())
                    .isFalse();
        });
    }

    @Test
    void developersChangeNoMembers() {
        inAcme(operator -> {
            Failure role =
                    failure(() -> keeping(operator.as(DAN), organization("acme").member(VIC, Role.DEVELOPER)));
            assertThat(role).hasMessageContaining("'member.role' on acme");
            Failure removal = failure(() -> deleting(
                    operator.as(DAN),
                    organization("acme")
                            .member(OLGA, Role.OWNER)
                            .member(ANN, Role.ADMIN)
                            .member(DAN, Role.DEVELOPER)));
            assertThat(removal).hasMessageContaining("'member.remove' on acme");
        });
    }

    @Test
    void documentsAreComparedInTheOrderOfTheirNames() {
        inAcme(operator -> {
            operator.organization("Zeta");
            assertThat(entries(keeping(
                            operator,
                            project("zeta/b").name("B"),
                            organization("zeta").description("z"),
                            project("acme/c").name("C"),
                            organization("acme").description("a"),
                            project("zeta/a").name("A"))))
                    .extracting(line -> line.substring(0, line.indexOf(':')))
                    .containsExactly(
                            "update organization acme description",
                            "update organization zeta description",
                            "create project acme/c",
                            "create project zeta/a",
                            "create project zeta/b");
        });
    }

    @Test
    void projectsThatTheDocumentsLackGoOnlyWhereDeletionsMayBe() {
        inAcme(operator -> {
            operator.project("acme", "App");
            assertThat(deleting(operator, organization("acme"), project("acme/app"))
                            .entries())
                    .isEmpty();
            ChangePlan kept = keeping(operator.as(VIC), organization("acme").withAllProjects(), project("acme/app"));
            assertThat(entries(kept)).containsExactly("keep project acme/website: \"Website\" -> null [live, delete]");
            assertThat(kept.preconditions()).isEmpty();
            assertThat(kept.deletions()).isEmpty();
            ChangePlan gone = deleting(operator.as(ANN), organization("acme").withAllProjects(), project("acme/app"));
            assertThat(entries(gone))
                    .containsExactly("delete project acme/website: \"Website\" -> null [live, delete]");
            assertThat(gone.preconditions()).singleElement().satisfies(each -> {
                assertThat(each.address()).isEqualTo("acme/website");
                assertThat(each.state()).endsWith(" revision 1");
            });
            assertThat(gone.deletions())
                    .extracting(Object::toString)
                    .containsExactly("deletes 1 of 2 projects of acme");
            assertThat(deleting(operator, organization("acme").withAllProjects())
                            .deletions())
                    .extracting(Object::toString)
                    .containsExactly("deletes 2 of 2 projects of acme");
            assertThat(deleting(
                                    operator,
                                    organization("acme").withAllProjects(),
                                    project("acme/app"),
                                    project("acme/website"))
                            .deletions())
                    .isEmpty();
            refused(
                    Kind.FORBIDDEN,
                    () -> deleting(operator.as(DAN), organization("acme").withAllProjects()));
        });
    }

    @Test
    void aNewOrganizationHasNoProjectsToLose() {
        inAcme(operator -> assertThat(
                        deleting(operator, organization("new").name("New").withAllProjects())
                                .deletions())
                .isEmpty());
    }

    @Test
    void aTokenOfOneEnvironmentDeletesNoProject() {
        inAcme(operator -> {
            Acting token = operator.with(operator.token("acme", "ci", Role.ADMIN, "website", Mode.SANDBOX));
            refused(Kind.FORBIDDEN, () -> deleting(token, organization("acme").withAllProjects()));
        });
    }

    @Test
    void aTokenForAProjectComparesNoMembers() {
        inAcme(operator -> {
            Acting token = operator.with(operator.token("acme", "ci", Role.ADMIN, "website", null));
            assertThat(failure(() -> keeping(token, allMembers()))).hasMessageContaining("'member.list' on acme");
        });
    }

    @Test
    void deletionsAreCountedByOrganization() {
        inAcme(operator -> {
            operator.organization("Other");
            operator.project("other", "Shop");
            assertThat(deleting(
                                    operator,
                                    organization("acme").withAllProjects(),
                                    organization("other").withAllProjects())
                            .deletions())
                    .extracting(Object::toString)
                    .containsExactly("deletes 1 of 1 project of acme", "deletes 1 of 1 project of other");
        });
    }

    @Test
    void everyGateSaysWhatItGuardsAgainst() {
        assertThat(ChangeGate.values())
                .allSatisfy(gate -> assertThat(gate.risk()).isNotBlank());
    }
}
