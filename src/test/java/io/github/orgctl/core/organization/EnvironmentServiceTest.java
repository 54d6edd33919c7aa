package io.github.orgctl.core.organization;

import static io.github.orgctl.core.kernel.Acting.edit;
import static io.github.orgctl.core.kernel.Acting.refused;
import static io.github.orgctl.core.kernel.Acting.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.configuration.Approval;
import io.github.orgctl.core.configuration.Edit;
import io.github.orgctl.core.configuration.EnvironmentUpdate;
import io.github.orgctl.core.configuration.PlannedUpdate;
import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.kernel.Change;
import io.github.orgctl.core.model.configuration.EnvironmentDetails;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.Revision;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Drift;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.organization.Lock;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.promotion.Comparison;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.promotion.Side;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Failure.Kind;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.model.value.Until;
import io.github.orgctl.core.promotion.Drifts;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class EnvironmentServiceTest {
    private static final EnvironmentReference SANDBOX = EnvironmentReference.parse("acme/website:sandbox");
    private static final EnvironmentReference LIVE = EnvironmentReference.parse("acme/website:live");
    private static final EnvironmentReference WEBSITE = EnvironmentReference.parse("acme/website");
    private static final Description RELEASE = new Description("release");

    private static void inAcme(BiConsumer<Acting, Organization> test) {
        Acting.inNewStore(operator -> {
            Organization acme = operator.organization("Acme");
            operator.project("acme", "Website");
            test.accept(operator, acme);
        });
    }

    private static List<String> texts(List<KeyChange> changes) {
        return changes.stream()
                .map(change -> change.key() + " " + json(change.before()) + " -> " + json(change.after()))
                .toList();
    }

    private static String json(Value value) {
        return value == null ? null : value.json();
    }

    @Test
    void showsEveryRevision() {
        inAcme((acting, acme) -> {
            acting.at("2026-11-11T00:00:00Z").set("acme/website:live", "a=1");
            acting.at("2026-11-12T00:00:00Z").set("acme/website:live", "a=2", "b=3");
            EnvironmentDetails present = acting.environments().show(LIVE, null);
            assertThat(present.environment().revision()).isEqualTo(3);
            assertThat(present.configuration()).isEqualTo(acting.values("acme/website:live"));
            assertThat(acting.environments().show(LIVE, 3L)).isEqualTo(present);
            EnvironmentDetails second = acting.environments().show(LIVE, 2L);
            assertThat(second.environment().revision()).isEqualTo(2);
            assertThat(second.environment().updatedAt()).isEqualTo("2026-11-11T00:00:00Z");
            assertThat(second.configuration().get(new Key("a"))).isEqualTo(new Value("1"));
            EnvironmentDetails first = acting.environments().show(LIVE, 1L);
            assertThat(first.environment().updatedAt()).isEqualTo(Acting.START);
            assertThat(first.configuration().values()).isEmpty();
            refused(Kind.NOT_FOUND, () -> acting.environments().show(LIVE, 4L));
        });
    }

    @Test
    void historyBeginsWithTheLastChange() {
        inAcme((acting, acme) -> {
            acting.set("acme/website:live", "a=1");
            acting.set("acme/website:live", "b=2");
            List<Revision> history = rows(acting.environments().history(LIVE, Acting.all()));
            assertThat(history).extracting(Revision::number).containsExactly(3L, 2L);
            assertThat(rows(acting.environments().history(LIVE, new Page<>(null, 3L, null))))
                    .extracting(Revision::number)
                    .containsExactly(2L);
            refused(Kind.NOT_FOUND, () -> acting.environments().history(LIVE, new Page<>(null, 4L, null)));
        });
    }

    @Test
    void listsBothOfEachProject() {
        inAcme((acting, acme) -> {
            acting.organization("Other");
            acting.project("other", "App");
            assertThat(rows(acting.environments().list(true, null, Acting.all())))
                    .extracting(Environment::reference)
                    .containsExactly(
                            "acme/website:sandbox", "acme/website:live", "other/app:sandbox", "other/app:live");
            assertThat(rows(acting.in("acme").environments().list(false, null, new Page<>(null, SANDBOX, null))))
                    .extracting(Environment::reference)
                    .containsExactly("acme/website:live");
        });
    }

    @Test
    void comparesModesOrRevisions() {
        inAcme((acting, acme) -> {
            acting.set("acme/website:sandbox", "a=1", "b=2");
            acting.set("acme/website:live", "a=1");
            acting.set("acme/website:live", "a=5");
            EnvironmentService environments = acting.environments();
            Side sandbox = Side.parse("sandbox");
            Side live = Side.parse("live");
            List<String> forth = List.of("a 1 -> 5", "b 2 -> null");
            assertThat(texts(environments.difference(WEBSITE, null, null).changes()))
                    .isEqualTo(forth);
            assertThat(texts(environments.difference(WEBSITE, sandbox, live).changes()))
                    .isEqualTo(forth);
            assertThat(texts(environments.difference(WEBSITE, sandbox, null).changes()))
                    .isEqualTo(forth);
            assertThat(texts(environments.difference(WEBSITE, live, sandbox).changes()))
                    .containsExactly("a 5 -> 1", "b null -> 2");
            assertThat(texts(environments
                            .difference(LIVE, Side.parse("1"), Side.parse("2"))
                            .changes()))
                    .containsExactly("a null -> 1");
            assertThat(texts(
                            environments.difference(LIVE, Side.parse("2"), null).changes()))
                    .containsExactly("a 1 -> 5");
            refused(Kind.USAGE, () -> environments.difference(LIVE, live, Side.parse("2")));
            refused(Kind.USAGE, () -> environments.difference(LIVE, Side.parse("2"), live));
            refused(Kind.USAGE, () -> environments.difference(LIVE, null, Side.parse("2")));
            refused(Kind.NOT_FOUND, () -> environments.difference(LIVE, Side.parse("2"), Side.parse("9")));
        });
    }

    @Test
    void saysHowFarProjectsDrifted() {
        inAcme((acting, acme) -> {
            acting.project("acme", "App");
            Drifts none = acting.in("acme").environments().drifts();
            assertThat(rows(none)).allMatch(Drift::isNone);
            assertThat(none.isNone()).isTrue();
            acting.set("acme/website:sandbox", "a=1", "b=2", "c=3", "d=4", "e=5", "f=6");
            acting.set("acme/website:live", "a=1", "b=0", "z=0", "y=0");
            Drifts some = acting.in("acme").environments().drifts();
            List<Drift> drifts = rows(some);
            assertThat(some.isNone()).isFalse();
            assertThat(drifts).extracting(Drift::isNone).containsExactly(true, false);
            assertThat(drifts.get(1).added()).isEqualTo(2);
            assertThat(drifts.get(1).removed()).isEqualTo(4);
            assertThat(drifts.get(1).changed()).isEqualTo(1);
        });
    }

    private static PlannedUpdate made(Rollback rollback) {
        return rollback.update().make(Approval.beforehand());
    }

    @Test
    void undoesTheLastChangeAndRedoesIt() {
        inAcme((acting, acme) -> {
            refused(Kind.NOT_FOUND, () -> acting.environments().undo(edit("acme/website:live")));
            acting.set("acme/website:live", "a=1");
            acting.set("acme/website:live", "a=2", "b=3");
            assertThat(texts(made(acting.environments().undo(edit("acme/website:live")))
                            .update()
                            .changes()))
                    .containsExactly("a 2 -> 1", "b 3 -> null");
            assertThat(texts(made(acting.environments().undo(edit("acme/website:live")))
                            .update()
                            .changes()))
                    .containsExactly("a 1 -> 2", "b null -> 3");
        });
    }

    @Test
    void bulkChangesOfLiveAreConfirmedAndNoOthers() {
        inAcme((acting, acme) -> {
            for (String environment : List.of("acme/website:live", "acme/website:sandbox")) {
                acting.set(environment, "a=1");
                acting.set(environment, "a=2");
                PlannedUpdate update =
                        acting.environments().undo(edit(environment)).update().make(Approval.of(null));
                boolean live = environment.endsWith("live");
                assertThat(update.refusal() != null).isEqualTo(live);
                assertThat(acting.values(environment).get(new Key("a")).json()).isEqualTo(live ? "2" : "1");
            }
        });
    }

    @Test
    void rollsBackToWhatWas() {
        inAcme((acting, acme) -> {
            acting.set("acme/website:live", "a=1");
            acting.set("acme/website:live", "a=2", "b=3");
            Rollback rollback = acting.environments().rollback(edit("acme/website:live"), 2);
            EnvironmentUpdate update = made(rollback).update();
            assertThat(texts(update.changes())).containsExactly("a 2 -> 1", "b 3 -> null");
            assertThat(update.environment().revision()).isEqualTo(4);
            assertThat(rollback.secrets()).isEmpty();
            assertThat(rollback.notices()).isEmpty();
            refused(Kind.NOT_FOUND, () -> acting.environments().rollback(edit("acme/website:live"), 9));
        });
    }

    @Test
    void locksUntilTheEnd() {
        inAcme((acting, acme) -> {
            Locking locking = acting.environments().lock(LIVE, RELEASE, Until.parse("1h"));
            assertThat(locking.replaced()).isNull();
            assertThat(locking.notices()).isEmpty();
            assertThat(locking.environment().lock()).isEqualTo(new Lock(RELEASE, Acting.START.plusSeconds(3600)));
            assertThat(acting.environments().show(LIVE, null).environment()).isEqualTo(locking.environment());
            assertThat(acting.lastEvent(acme.id()))
                    .isEqualTo("env.lock acme/website:live: lock.reason null -> release, "
                            + "lock.until null -> 2026-11-10T13:00:00.123Z");
            refused(Kind.REFUSED, () -> acting.set("acme/website:live", "a=1"));
            acting.set("acme/website:sandbox", "a=1");
            Acting after = acting.at("2026-11-10T13:00:00.123Z");
            after.set("acme/website:live", "a=1");
            assertThat(after.environments().show(LIVE, null).environment().lock())
                    .isNull();
        });
    }

    @Test
    void replacesALockAndSaysSo() {
        inAcme((acting, acme) -> {
            acting.environments().lock(LIVE, RELEASE, null);
            assertThat(acting.environments().lock(LIVE, RELEASE, null).replaced())
                    .isNull();
            Description other = new Description("incident");
            Locking locking = acting.environments().lock(LIVE, other, Until.parse("1h"));
            assertThat(locking.replaced()).isEqualTo(new Lock(RELEASE, null));
            assertThat(locking.notices()).hasSize(1);
            assertThat(acting.lastEvent(acme.id()))
                    .startsWith("env.lock acme/website:live: lock.reason release -> incident");
        });
    }

    @Test
    void aLockNeedsAReasonAndAnEndToCome() {
        inAcme((acting, acme) -> {
            refused(Kind.USAGE, () -> acting.environments().lock(LIVE, Description.NONE, null));
            refused(Kind.USAGE, () -> acting.environments().lock(LIVE, RELEASE, Until.parse("2026-01-01")));
        });
    }

    @Test
    void unlocksOnce() {
        inAcme((acting, acme) -> {
            acting.environments().lock(LIVE, RELEASE, null);
            Change<Environment> change = acting.environments().unlock(LIVE);
            assertThat(change.made()).isTrue();
            assertThat(change.value().lock()).isNull();
            assertThat(acting.lastEvent(acme.id()))
                    .isEqualTo("env.unlock acme/website:live: lock.reason release -> null");
            assertThat(acting.environments().unlock(LIVE).made()).isFalse();
            acting.set("acme/website:live", "a=1");
        });
    }

    @Test
    void onlyAdminsLock() {
        inAcme((acting, acme) -> {
            acting.join("acme", "dora@example.com", Role.DEVELOPER);
            refused(
                    Kind.FORBIDDEN,
                    () -> acting.as("dora@example.com").environments().lock(LIVE, RELEASE, null));
        });
    }

    @Test
    void aStaleEditIsRefused() {
        inAcme((acting, acme) -> {
            acting.set("acme/website:live", "a=1");
            Edit stale = new Edit(LIVE, Description.NONE, 1L);
            refused(Kind.CONFLICT, () -> acting.environments().rollback(stale, 1));
            Edit fresh = new Edit(LIVE, Description.NONE, 2L, EnumSet.of(Gate.DELETE));
            assertThat(made(acting.environments().rollback(fresh, 1))
                            .update()
                            .environment()
                            .revision())
                    .isEqualTo(3);
        });
    }

    @Test
    void aLockThatIsReplacedIsToldWithItsEnd() {
        Lock forever = new Lock(RELEASE, null);
        assertThat(new Locking(null, forever).notices()).containsExactly("replaces the lock without an end: release");
        Lock bounded = new Lock(RELEASE, Acting.START);
        assertThat(new Locking(null, bounded).notices())
                .containsExactly("replaces the lock until " + Acting.START + ": release");
    }

    @Test
    void secretsThatStayAreTold() {
        assertThat(new Rollback(null, List.of(new Key("a"), new Key("b.c"))).notices())
                .containsExactly("secrets whose version is no longer kept stay as they are: a, b.c");
    }

    @Test
    void comparesAnyTwoEnvironmentsAsTheyAreOrWere() {
        inAcme((acting, acme) -> {
            acting.organization("Other");
            acting.project("other", "App");
            EnvironmentReference app = EnvironmentReference.parse("other/app:live");
            acting.set("acme/website:sandbox", "a=1");
            acting.set("acme/website:sandbox", "a=2");
            acting.set("other/app:live", "a=3");
            EnvironmentService environments = acting.in("acme").environments();
            Comparison present = environments.difference(SANDBOX, null, app, null);
            assertThat(texts(present.changes())).containsExactly("a 2 -> 3");
            assertThat(present.left() + ", " + present.right()).isEqualTo("acme/website:sandbox, other/app:live");
            Comparison former = environments.difference(SANDBOX, 2L, app, 1L);
            assertThat(texts(former.changes())).containsExactly("a 1 -> null");
            assertThat(former.left() + ", " + former.right()).isEqualTo("acme/website:sandbox@2, other/app:live@1");
            refused(Kind.NOT_FOUND, () -> environments.difference(SANDBOX, null, app, 3L));
        });
    }
}
