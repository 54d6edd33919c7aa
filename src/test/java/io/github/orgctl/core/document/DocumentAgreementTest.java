package io.github.orgctl.core.document;

import static io.github.orgctl.core.document.Documents.organization;
import static io.github.orgctl.core.document.Documents.project;
import static io.github.orgctl.core.document.Documents.request;
import static io.github.orgctl.core.document.Documents.secretsOf;
import static io.github.orgctl.core.kernel.Acting.failure;
import static io.github.orgctl.core.kernel.Acting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.configuration.Approval;
import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.audit.AuditHead;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.store.StoreIdentity;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.SecretSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Applying documents requires consent: by gates, by a plan that was shown, or by a saved plan. */
class DocumentAgreementTest {
    private static final Set<ChangeGate> NONE = Set.of();
    private static final Set<ChangeGate> ALL = EnumSet.allOf(ChangeGate.class);
    private static final ProjectReference WEBSITE = ProjectReference.parse("acme/website");

    /** Acme has the project Website. */
    private static void inAcme(Consumer<Acting> test) {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.project("acme", "Website");
            test.accept(operator);
        });
    }

    private static DocumentService documents(Acting acting) {
        return acting.documents(reference -> "a value");
    }

    private static String name(Acting acting) {
        return acting.projects().show(WEBSITE).name().value();
    }

    @Test
    void nothingIsChangedWhileAGateIsClosed() {
        inAcme(operator -> {
            PlanRequest closed =
                    request(NONE, project("acme/website").name("Site").live("a=1"));
            AppliedPlan one = documents(operator).apply(closed, Approval.beforehand());
            assertThat(one.refusal().kind()).isEqualTo(Kind.REFUSED);
            assertThat(one.refusal()).hasMessage("refused by a closed gate: nothing was changed");
            assertThat(one.plan().closed()).containsExactly(ChangeGate.LIVE);
            assertThat(name(operator)).isEqualTo("Website");
            AppliedPlan two = documents(operator)
                    .apply(
                            request(
                                    NONE,
                                    organization("acme").liveWrites(Role.ADMIN),
                                    project("acme/website").live("a=1")),
                            Approval.beforehand());
            assertThat(two.refusal()).hasMessage("refused by 2 closed gates: nothing was changed");
            PlanRequest open = request(
                    EnumSet.of(ChangeGate.LIVE),
                    project("acme/website").name("Site").live("a=1"));
            assertThat(documents(operator).apply(open, Approval.beforehand()).refusal())
                    .isNull();
            assertThat(name(operator)).isEqualTo("Site");
        });
    }

    @Test
    void nothingIsChangedThatNobodyAgreedTo() {
        inAcme(operator -> {
            PlanRequest request = request(ALL, project("acme/website").name("Site"));
            AppliedPlan applied = documents(operator).apply(request, Approval.of(null));
            assertThat(applied.refusal().kind()).isEqualTo(Kind.REFUSED);
            assertThat(applied.refusal()).hasMessage("not confirmed: nothing was changed");
            assertThat(name(operator)).isEqualTo("Website");
        });
    }

    @Test
    void nothingHasToBeAgreedToWhereNothingChanges() {
        inAcme(operator -> {
            PlanRequest request = request(ALL, project("acme/website").name("Website"));
            assertThat(documents(operator).apply(request, Approval.of(null)).refusal())
                    .isNull();
        });
    }

    @Test
    void thePlanThatWasAgreedToIsTheOneThatIsCarriedOut() {
        inAcme(operator -> {
            PlanRequest request = request(ALL, project("acme/website").name("Site"));
            ChangePlan shown = documents(operator).compare(request);
            assertThat(documents(operator).apply(request, Approval.of(shown)).refusal())
                    .isNull();
            assertThat(name(operator)).isEqualTo("Site");
            Failure failure = failure(() -> documents(operator).apply(request, Approval.of(shown)));
            assertThat(failure.kind()).isEqualTo(Kind.CONFLICT);
            assertThat(failure).hasMessage("acme/website changed since the plan was made");
        });
    }

    @Test
    void whatElseHasChangedSinceIsNamed() {
        inAcme(operator -> {
            PlanRequest request = request(ALL, project("acme/website").name("Site"));
            ChangePlan shown = documents(operator).compare(request);
            PlanRequest more = request(
                    ALL, organization("acme").name("A"), project("acme/website").name("Site"));
            assertThat(failure(() -> documents(operator).apply(more, Approval.of(shown))))
                    .hasMessage("acme changed since the plan was made");
            PlanRequest another =
                    request(ALL, project("acme/website").name("Site").description("d"));
            assertThat(failure(() -> documents(operator).apply(another, Approval.of(shown))))
                    .hasMessage("acme/website description changed");
        });
    }

    @Test
    void referencesAreReadBeforeAnythingIsChanged() {
        inAcme(operator -> {
            List<SecretReference> announced = new ArrayList<>();
            SecretSource source = new SecretSource() {
                @Override
                public void announce(Collection<SecretReference> references) {
                    announced.addAll(references);
                }

                @Override
                public String read(SecretReference reference) {
                    if (reference.target().equals("GOOD")) {
                        return "a value";
                    }
                    throw new Failure(Kind.NOT_FOUND, reference + " is not set");
                }
            };
            PlanRequest bad = request(
                    ALL,
                    project("acme/website")
                            .name("Site")
                            .sandboxSecrets("a=env:BAD", "b=env:GOOD")
                            .liveSecrets("a=env:BAD", "c=env:WORSE"));
            Failure failure = failure(() -> operator.documents(source).apply(bad, Approval.beforehand()));
            assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
            assertThat(failure)
                    .hasMessage("secret references without a value:\n  env:BAD is not set\n  env:WORSE is not set");
            assertThat(announced).extracting(SecretReference::target).containsExactly("BAD", "GOOD", "WORSE");
            assertThat(name(operator)).isEqualTo("Website");
            announced.clear();
            operator.documents(source)
                    .apply(request(ALL, project("acme/website").name("Site")), Approval.beforehand());
            assertThat(announced).isEmpty();
        });
    }

    @Test
    void aKeptPlanIsCarriedOutAsItWasMade() {
        inAcme(operator -> {
            PlanRequest request = request(
                    ALL,
                    organization("acme").description("d"),
                    project("acme/website").name("Site"));
            SavedPlan saved = new SavedPlan(
                    request,
                    identity(operator),
                    anchors(operator, "acme"),
                    documents(operator).compare(request));
            AppliedPlan applied = documents(operator).apply(saved, Approval.beforehand());
            assertThat(applied.refusal()).isNull();
            assertThat(name(operator)).isEqualTo("Site");
            refused(Kind.CONFLICT, () -> documents(operator).apply(saved, Approval.beforehand()));
        });
    }

    private static StoreIdentity identity(Acting acting) {
        return acting.tx().inspection().identity();
    }

    private static List<AuditHead> anchors(Acting acting, String organization) {
        Id id = acting.organizations()
                .show(OrganizationReference.parse(organization))
                .id();
        return List.of(acting.tx().audit().head(id).orElseThrow());
    }

    @Test
    void aKeptPlanDoesNotPassGatesThatWereClosedToIt() {
        inAcme(operator -> {
            PlanRequest request = request(NONE, project("acme/website").live("a=1"));
            SavedPlan saved = new SavedPlan(
                    request,
                    identity(operator),
                    anchors(operator, "acme"),
                    documents(operator).compare(request));
            assertThat(documents(operator)
                            .apply(saved, Approval.beforehand())
                            .refusal()
                            .kind())
                    .isEqualTo(Kind.REFUSED);
        });
    }

    @Test
    void aKeptPlanSaysItselfWhereItBelongs() {
        inAcme(operator -> {
            PlanRequest request = request(ALL, project("acme/website").name("Site"));
            List<AuditHead> anchors = anchors(operator, "acme");
            SavedPlan saved = new SavedPlan(
                    request, identity(operator), anchors, documents(operator).compare(request));
            refused(Kind.USAGE, () -> documents(operator.in("acme")).apply(saved, Approval.beforehand()));
            assertThat(documents(operator.chosen("acme"))
                            .apply(saved, Approval.beforehand())
                            .refusal())
                    .isNull();
        });
    }

    @Test
    void aKeptPlanIsNotForAnotherStore() {
        inAcme(operator -> {
            PlanRequest request = request(ALL, project("acme/website").name("Site"));
            ChangePlan plan = documents(operator).compare(request);
            AuditHead head = anchors(operator, "acme").get(0);
            AuditHead elsewhere = new AuditHead(new Id("11111111-2222-3333-4444-555555555555"), 1, head.hash());
            refused(Kind.REFUSED, () -> documents(operator)
                    .apply(
                            new SavedPlan(request, identity(operator), List.of(head, elsewhere), plan),
                            Approval.beforehand()));
            AuditHead lost = new AuditHead(head.organizationId(), head.sequence() + 1, head.hash());
            Failure restored = failure(() -> documents(operator)
                    .apply(new SavedPlan(request, identity(operator), List.of(lost), plan), Approval.beforehand()));
            assertThat(restored.kind()).isEqualTo(Kind.CONFLICT);
            assertThat(restored).hasMessage("the store was restored since the plan was made");
            AuditHead other = new AuditHead(head.organizationId(), head.sequence() - 1, head.hash());
            refused(Kind.CONFLICT, () -> documents(operator)
                    .apply(new SavedPlan(request, identity(operator), List.of(other), plan), Approval.beforehand()));
        });
    }

    @Test
    void whatHappenedElsewhereInTheLogIsNoHindrance() {
        inAcme(operator -> {
            PlanRequest request = request(ALL, project("acme/website").name("Site"));
            SavedPlan saved = new SavedPlan(
                    request,
                    identity(operator),
                    anchors(operator, "acme"),
                    documents(operator).compare(request));
            operator.project("acme", "App");
            assertThat(documents(operator).apply(saved, Approval.beforehand()).refusal())
                    .isNull();
        });
    }

    @Test
    void aSimulationTellsWhichLogsItWasMadeAgainst() {
        inAcme(operator -> {
            operator.organization("Other");
            List<AuditHead> heads = anchors(operator, "acme");
            SavedPlan saved = documents(operator)
                    .simulate(request(
                            NONE,
                            organization("acme").description("d"),
                            organization("new").name("New"),
                            project("acme/website").live("a=1").liveSecrets("token=env:NOWHERE")));
            assertThat(saved.anchors()).isEqualTo(heads);
            assertThat(saved.plan().summary()).isEqualTo("3 to create, 1 to update, 0 to delete");
            // Tried out within the transaction, whose end undoes it.
            assertThat(secretsOf(operator, operator.projects().show(WEBSITE).liveId()))
                    .containsExactly("token=env:NOWHERE");
        });
    }

    @Test
    void aSimulationOfWhatIsAllNewIsAnchoredInAnyLog() {
        inAcme(operator -> {
            List<AuditHead> heads = anchors(operator, "acme");
            SavedPlan saved = documents(operator)
                    .simulate(request(NONE, organization("new").name("New")));
            assertThat(saved.anchors()).isEqualTo(heads);
        });
    }

    @Test
    void aSimulationFailsWithWhatApplyingWouldFailWith() {
        inAcme(operator -> {
            operator.projectSchemas().set(WEBSITE, "{\"properties\":{\"a\":{\"type\":\"string\"}}}", false, Set.of());
            refused(Kind.RULE, () -> documents(operator)
                    .simulate(request(NONE, project("acme/website").live("a=1"))));
        });
    }
}
