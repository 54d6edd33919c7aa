package io.github.orgctl.core.document;

import io.github.orgctl.core.document.PlannedChange.Operation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What applying documents would do.
 *
 * @param entries every difference, those that are left alone included
 * @param opened the gates that may be passed
 * @param preconditions what it was made against, in their order
 * @param deletions what to tell first: how much of what there is would go
 */
public record ChangePlan(
        List<PlannedChange> entries,
        Set<ChangeGate> opened,
        List<Precondition> preconditions,
        List<Deletions> deletions) {
    /** How many of an organization's projects are deleted. */
    public record Deletions(String organization, long deleted, long of) {
        @Override
        public String toString() {
            return "deletes " + deleted + " of " + of + (of == 1 ? " project" : " projects") + " of " + organization;
        }
    }

    /** What changes the store, in the order of the documents. */
    public List<PlannedChange> changes() {
        List<PlannedChange> changes = new ArrayList<>(entries);
        changes.removeIf(entry -> !entry.isChange());
        return changes;
    }

    /** The same plan with the differences apart, at the end, that are acknowledged for what the store has. */
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

    /** The gates that its changes need, in their order. */
    public Set<ChangeGate> needed() {
        Set<ChangeGate> needed = EnumSet.noneOf(ChangeGate.class);
        for (PlannedChange entry : entries) {
            if (entry.isChange()) {
                needed.addAll(entry.gates());
            }
        }
        return needed;
    }

    /** The gates that are closed to it. */
    public Set<ChangeGate> closed() {
        Set<ChangeGate> closed = needed();
        closed.removeAll(opened);
        return closed;
    }

    /** How many changes need a gate. */
    public long behind(ChangeGate gate) {
        return entries.stream()
                .filter(entry -> entry.isChange() && entry.gates().contains(gate))
                .count();
    }

    /** Such as {@code 2 to create, 1 to update, 0 to delete}. */
    public String summary() {
        return count(Operation.CREATE) + " to create, " + count(Operation.UPDATE) + " to update, "
                + count(Operation.DELETE) + " to delete";
    }

    /** What applying it did, such as {@code 2 created, 1 updated, 0 deleted}. */
    public String outcome() {
        return count(Operation.CREATE) + " created, " + count(Operation.UPDATE) + " updated, " + count(Operation.DELETE)
                + " deleted";
    }

    /** Whether it would do the same as another, to a store in the same state. */
    public boolean doesSameAs(ChangePlan other) {
        return changes().equals(other.changes()) && preconditions.equals(other.preconditions);
    }
}
