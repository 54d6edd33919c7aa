package io.github.orgctl.core.document;

import io.github.orgctl.core.document.PlannedChange.Operation;
import io.github.orgctl.core.model.value.Count;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What applying documents would do.
 *
 * @param entries all differences, including those that are left unchanged
 * @param opened the gates that are open
 * @param preconditions the state that the plan is based on, in order
 * @param deletions summary of deletions, shown first
 */
public record ChangePlan(
        List<PlannedChange> entries,
        Set<ChangeGate> opened,
        List<Precondition> preconditions,
        List<Deletions> deletions) {
    /** Number of an organization's projects to delete, and their total. */
    public record Deletions(String organization, long deleted, long of) {
        @Override
        public String toString() {
            return "deletes " + deleted + " of " + Count.of(of, "project") + " of " + organization;
        }
    }

    /** The entries that change the store, in document order. */
    public List<PlannedChange> changes() {
        List<PlannedChange> changes = new ArrayList<>(entries);
        changes.removeIf(entry -> !entry.isChange());
        return changes;
    }

    /**
     * Returns the plan with acknowledged differences moved to the end. A difference is acknowledged only while the
     * store has the same value.
     */
    ChangePlan acknowledging(Set<String> acknowledgements) {
        List<PlannedChange> open = new ArrayList<>();
        List<PlannedChange> acknowledged = new ArrayList<>();
        for (PlannedChange entry : entries) {
            if (entry.isChange() && acknowledgements.contains(entry.acknowledgement())) {
                acknowledged.add(entry.acknowledged());
            } else {
                open.add(entry);
            }
        }
        open.addAll(acknowledged);
        return new ChangePlan(open, opened, preconditions, deletions);
    }

    public boolean isEmpty() {
        return entries.stream().noneMatch(PlannedChange::isChange);
    }

    public long count(Operation operation) {
        return entries.stream().filter(entry -> entry.operation() == operation).count();
    }

    /** The gates that its changes require, in order. */
    public Set<ChangeGate> needed() {
        Set<ChangeGate> needed = EnumSet.noneOf(ChangeGate.class);
        for (PlannedChange entry : entries) {
            if (entry.isChange()) {
                needed.addAll(entry.gates());
            }
        }
        return needed;
    }

    /** The required gates that are closed. */
    public Set<ChangeGate> closed() {
        Set<ChangeGate> closed = needed();
        closed.removeAll(opened);
        return closed;
    }

    /** Number of changes that require a gate. */
    public long behind(ChangeGate gate) {
        return entries.stream()
                .filter(entry -> entry.isChange() && entry.gates().contains(gate))
                .count();
    }

    /** For example {@code 2 to create, 1 to update, 0 to delete}. */
    public String summary() {
        return count(Operation.CREATE) + " to create, " + count(Operation.UPDATE) + " to update, "
                + count(Operation.DELETE) + " to delete";
    }

    /** Past tense of the summary, for example {@code 2 created, 1 updated, 0 deleted}. */
    public String outcome() {
        return count(Operation.CREATE) + " created, " + count(Operation.UPDATE) + " updated, " + count(Operation.DELETE)
                + " deleted";
    }

    /** Whether it has the same effect as another plan, given the same state of the store. */
    public boolean doesSameAs(ChangePlan other) {
        return changes().equals(other.changes()) && preconditions.equals(other.preconditions);
    }
}
