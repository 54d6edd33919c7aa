package io.github.orgctl.core.document;

import static io.github.orgctl.core.document.Documents.entries;
import static io.github.orgctl.core.document.Documents.organization;
import static io.github.orgctl.core.document.Documents.project;
import static io.github.orgctl.core.document.Documents.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.document.PlannedChange.Operation;
import io.github.orgctl.core.kernel.Acting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Differences between a store and its documents, and the counts of a plan. */
class DriftTest {
    private static final Object[] DOCUMENTS = {
        organization("acme").withAllProjects(),
        project("acme/website").live("a=1", "b=2").sandbox()
    };

    private static ChangePlan drift(Acting acting, Set<String> acknowledged, Instant until) {
        return acting.documents(reference -> "").drift(request(Set.of(), DOCUMENTS), acknowledged, until);
    }

    @Test
    void everythingThatDiffersIsDriftUntilItIsAcknowledged() {
        Acting.inNewStore(operator -> {
            operator.organization("Acme");
            operator.project("acme", "Website");
            operator.project("acme", "App");
            operator.set("acme/website:live", "a=1", "b=3", "c=4");
            ChangePlan plan = drift(operator, Set.of(), null);
            String update = "configuration acme/website:live b: 3 -> 2 [live]";
            assertThat(entries(plan))
                    .containsExactly(
                            "update " + update,
                            "delete configuration acme/website:live c: 4 -> null [live, delete]",
                            "delete project acme/app: \"App\" -> null [live, delete]");
            Set<String> acknowledged = Set.of(plan.entries().get(0).acknowledgement(), "acme/website:live c=5");
            assertThat(acknowledged).contains("acme/website:live b=3");
            Instant later = operator.now().plusMillis(1);
            assertThat(entries(drift(operator, acknowledged, later)))
                    .containsExactly(
                            "delete configuration acme/website:live c: 4 -> null [live, delete]",
                            "delete project acme/app: \"App\" -> null [live, delete]",
                            "acknowledged " + update);
            assertThat(drift(operator, acknowledged, operator.now())).isEqualTo(plan);
            assertThat(drift(operator, acknowledged, null)).isEqualTo(plan);
        });
    }

    @Test
    void whatDoesNotExistYetIsAcknowledgedByADash() {
        PlannedChange created = change(Operation.CREATE, "a", null);
        assertThat(created.acknowledgement()).isEqualTo("acme/website:live a=-");
    }

    private static PlannedChange change(Operation operation, String key, String before, ChangeGate... gates) {
        return new PlannedChange(
                operation,
                PlannedChange.Resource.CONFIGURATION,
                "acme/website:live",
                key,
                before,
                operation == Operation.DELETE ? null : "2",
                List.of(gates));
    }

    @Test
    void aPlanCountsWhatChangesAndWhichGatesThatNeeds() {
        ChangePlan plan = new ChangePlan(
                List.of(
                        change(Operation.CREATE, "a", null, ChangeGate.LIVE),
                        change(Operation.CREATE, "b", null, ChangeGate.LIVE, ChangeGate.NEW_DOMAINS),
                        change(Operation.UPDATE, "c", "1", ChangeGate.CRITICAL),
                        change(Operation.DELETE, "d", "1", ChangeGate.LIVE, ChangeGate.DELETE),
                        change(Operation.KEEP, "e", "1", ChangeGate.DELETE, ChangeGate.DOWNGRADES),
                        change(Operation.CREATE, "f", null, ChangeGate.LIVE).acknowledged()),
                EnumSet.of(ChangeGate.LIVE, ChangeGate.ROLE_CHANGES),
                List.of(),
                List.of());
        assertThat(plan.changes()).extracting(PlannedChange::key).containsExactly("a", "b", "c", "d");
        assertThat(plan.summary()).isEqualTo("2 to create, 1 to update, 1 to delete");
        assertThat(plan.outcome()).isEqualTo("2 created, 1 updated, 1 deleted");
        assertThat(plan.needed())
                .containsExactly(ChangeGate.LIVE, ChangeGate.DELETE, ChangeGate.CRITICAL, ChangeGate.NEW_DOMAINS);
        assertThat(plan.closed()).containsExactly(ChangeGate.DELETE, ChangeGate.CRITICAL, ChangeGate.NEW_DOMAINS);
        assertThat(plan.behind(ChangeGate.LIVE)).isEqualTo(3);
        assertThat(plan.behind(ChangeGate.DOWNGRADES)).isZero();
        assertThat(plan.isEmpty()).isFalse();
    }

    @Test
    void aPlanOfWhatIsLeftAloneIsEmpty() {
        List<PlannedChange> kept = List.of(
                change(Operation.KEEP, "e", "1"),
                change(Operation.UPDATE, "f", "1").acknowledged());
        assertThat(new ChangePlan(kept, Set.of(), List.of(), List.of()).isEmpty())
                .isTrue();
    }

    @Test
    void plansDoTheSameByTheirChangesAndWhatTheyDependOn() {
        List<PlannedChange> changes = List.of(change(Operation.CREATE, "a", null));
        List<PlannedChange> more = List.of(change(Operation.KEEP, "b", "1"), change(Operation.CREATE, "a", null));
        List<Precondition> revision = List.of(new Precondition("acme", "1"));
        ChangePlan plan = new ChangePlan(changes, Set.of(), revision, List.of());
        assertThat(plan.doesSameAs(new ChangePlan(more, EnumSet.of(ChangeGate.LIVE), revision, List.of())))
                .isTrue();
        assertThat(plan.doesSameAs(new ChangePlan(List.of(), Set.of(), revision, List.of())))
                .isFalse();
        assertThat(plan.doesSameAs(new ChangePlan(changes, Set.of(), List.of(), List.of())))
                .isFalse();
    }

    @Test
    void deletionsAreCountedAsAPersonWould() {
        assertThat(new ChangePlan.Deletions("acme", 1, 1)).hasToString("deletes 1 of 1 project of acme");
        assertThat(new ChangePlan.Deletions("acme", 1, 2)).hasToString("deletes 1 of 2 projects of acme");
    }

    @Test
    void preconditionsAreOrderedByAddressAndThenByState() {
        List<Precondition> ordered =
                List.of(new Precondition("a", "1"), new Precondition("a", "2"), new Precondition("b", "0"));
        List<Precondition> sorted = new ArrayList<>(ordered);
        sorted.sort(Comparator.reverseOrder());
        sorted.sort(Comparator.naturalOrder());
        assertThat(sorted).isEqualTo(ordered);
    }
}
