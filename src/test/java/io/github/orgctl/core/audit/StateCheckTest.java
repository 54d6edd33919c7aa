package io.github.orgctl.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.audit.AuditHead;
import io.github.orgctl.core.model.audit.ChainVerdict;
import io.github.orgctl.core.model.audit.EnvironmentDigest;
import io.github.orgctl.core.model.audit.KeptHeads;
import io.github.orgctl.core.model.audit.RevisionProof;
import io.github.orgctl.core.model.configuration.Revision;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.OrganizationReference;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.organization.ProjectReference;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.model.value.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The sandbox of Acme's App has one value, and its next revision is stored with different proofs. */
class StateCheckTest {
    private static final String OTHER_DIGEST = "f".repeat(64);

    private record App(Acting acting, Project project) {
        Environment environment(Mode mode) {
            return acting.tx().environments().find(project.id(), mode).orElseThrow();
        }

        /** Digest of the sandbox's content. */
        String digest() {
            return EnvironmentDigest.of(
                    acting.tx()
                            .configurations()
                            .current(environment(Mode.SANDBOX).id()),
                    Map.of());
        }

        AuditHead event(Target target, String digest, String revision) {
            List<FieldChange> changes = new ArrayList<>();
            changes.add(new FieldChange("b", null, "1"));
            if (revision != null) {
                changes.add(new FieldChange("#revision", "2", revision));
            }
            changes.add(new FieldChange(RevisionProof.FIELD, null, digest));
            return acting.work().trail().record(Action.CONFIG_SET, target, changes);
        }

        /** Stores the sandbox's third revision, which changes nothing. */
        void revise(RevisionProof proof) {
            Environment revised = environment(Mode.SANDBOX).revised(acting.now());
            assertThat(revised.revision()).isEqualTo(3);
            Revision revision = new Revision(3, revised.updatedAt(), "os:ann@home", Description.NONE, List.of());
            acting.tx().configurations().revise(revised, revision, proof, List.of());
        }

        ChainVerdict verdict() {
            return acting.in("acme")
                    .audit()
                    .verify(false, new KeptHeads())
                    .verdicts()
                    .get(0);
        }

        void isBrokenAt(Long sequence) {
            ChainVerdict verdict = verdict();
            assertThat(verdict.ok()).isFalse();
            assertThat(verdict.brokenAt()).isEqualTo(sequence);
            assertThat(verdict.problem())
                    .isEqualTo("acme/app:sandbox does not match what was recorded with its revision 3");
        }
    }

    private static void inApp(Consumer<App> test) {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            Project project = operator.project("acme", "App");
            operator.set("acme/app:sandbox", "a=1");
            test.accept(new App(operator, project));
        });
    }

    /** Asserts that the check rejects a revision with the given event. */
    private static void disbelieves(EventMaker maker) {
        inApp(app -> {
            AuditHead event = maker.event(app);
            app.revise(new RevisionProof(app.digest(), event));
            app.isBrokenAt(event.sequence());
        });
    }

    private interface EventMaker {
        AuditHead event(App app);
    }

    @Test
    void believesAnEventThatSaysWhatTheEnvironmentHolds() {
        inApp(app -> {
            assertThat(app.verdict().ok()).isTrue();
            app.revise(new RevisionProof(
                    app.digest(), app.event(Target.of(app.environment(Mode.SANDBOX)), app.digest(), "3")));
            assertThat(app.verdict().ok()).isTrue();
        });
    }

    @Test
    void asksNothingOfRevisionsWithoutAProof() {
        inApp(app -> {
            app.revise(null);
            assertThat(app.verdict().ok()).isTrue();
        });
    }

    @Test
    void noticesThatTheEnvironmentHoldsSomethingElse() {
        inApp(app -> {
            AuditHead event = app.event(Target.of(app.environment(Mode.SANDBOX)), OTHER_DIGEST, "3");
            app.revise(new RevisionProof(OTHER_DIGEST, event));
            app.isBrokenAt(event.sequence());
        });
    }

    @Test
    void noticesThatTheEventSaysSomethingElse() {
        disbelieves(app -> app.event(Target.of(app.environment(Mode.SANDBOX)), OTHER_DIGEST, "3"));
    }

    @Test
    void disbelievesAnEventOfAnotherRevision() {
        disbelieves(app -> app.event(Target.of(app.environment(Mode.SANDBOX)), app.digest(), "4"));
        disbelieves(app -> app.event(Target.of(app.environment(Mode.SANDBOX)), app.digest(), null));
    }

    @Test
    void disbelievesAnEventOfTheOtherEnvironment() {
        disbelieves(app -> app.event(Target.of(app.environment(Mode.LIVE)), app.digest(), "3"));
    }

    @Test
    void disbelievesAnEventOfAnotherProject() {
        disbelieves(app -> {
            Project shop = app.acting().project("acme", "Shop");
            return app.event(Target.of(shop, Mode.SANDBOX), app.digest(), "3");
        });
    }

    @Test
    void disbelievesAnEventOfNoProject() {
        disbelieves(app -> {
            var acme = app.acting().organizations().show(OrganizationReference.parse("acme"));
            return app.event(Target.of(acme), app.digest(), "3");
        });
    }

    @Test
    void missesAnEventThatIsNotThere() {
        disbelieves(app -> new AuditHead(app.project().organizationId(), 99, OTHER_DIGEST));
    }

    @Test
    void namesNoEventOfAnotherChain() {
        inApp(app -> {
            Id other = app.acting().organization("Other").id();
            app.revise(new RevisionProof(app.digest(), new AuditHead(other, 1, OTHER_DIGEST)));
            app.isBrokenAt(null);
        });
    }

    @Test
    void followsAProjectThatWasMoved() {
        inApp(app -> {
            app.acting().organization("Other");
            app.acting()
                    .projects()
                    .move(ProjectReference.parse("acme/app"), OrganizationReference.parse("other"), null, false);
            assertThat(app.acting().audit().verify(true, new KeptHeads()).ok()).isTrue();
        });
    }

    @Test
    void aBrokenChainIsToldFirst() {
        inApp(app -> {
            AuditHead event = app.event(Target.of(app.environment(Mode.SANDBOX)), OTHER_DIGEST, "3");
            app.revise(new RevisionProof(OTHER_DIGEST, event));
            KeptHeads kept = new KeptHeads();
            kept.add(new AuditHead(app.project().organizationId(), 1, OTHER_DIGEST));
            ChainVerdict verdict = app.acting()
                    .in("acme")
                    .audit()
                    .verify(false, kept)
                    .verdicts()
                    .get(0);
            assertThat(verdict.brokenAt()).isEqualTo(1);
            assertThat(verdict.problem()).contains("kept head");
        });
    }
}
