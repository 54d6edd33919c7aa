package io.github.orgctl.core.document;

import io.github.orgctl.core.document.PlannedChange.Operation;
import io.github.orgctl.core.document.PlannedChange.Resource;
import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Collects the results of planning: differences, preconditions, missing rights and missing secrets. */
final class PlanNotes {
    private final Access access;
    final List<PlannedChange> entries = new ArrayList<>();
    final TreeSet<Precondition> preconditions = new TreeSet<>();
    private final List<Failure> forbidden = new ArrayList<>();
    private final Set<String> missingSecrets = new LinkedHashSet<>();

    PlanNotes(Access access) {
        this.access = access;
    }

    void add(
            Operation operation,
            Resource resource,
            String address,
            String key,
            String before,
            String after,
            ChangeGate... gates) {
        entries.add(new PlannedChange(operation, resource, address, key, before, after, List.of(gates)));
    }

    /** Adds the change of a field, unless the documents don't mention it or it has the value already. */
    void field(Resource resource, String address, String key, Object before, Object after, ChangeGate... gates) {
        if (after != null && !Objects.equals(before, after)) {
            add(Operation.UPDATE, resource, address, key, json(before), json(after), gates);
        }
    }

    /** Adds a field of a new resource, unless it is omitted or empty. */
    void initial(Resource resource, String address, String key, Object after) {
        if (after != null && !after.toString().isEmpty()) {
            add(Operation.CREATE, resource, address, key, null, json(after));
        }
    }

    /**
     * Adds the differences between two states.
     *
     * @param prefix prefix of the keys
     */
    void changes(Operation operation, Resource resource, String address, String prefix, List<FieldChange> changes) {
        for (FieldChange change : changes) {
            add(operation, resource, address, prefix + change.field(), json(change.before()), json(change.after()));
        }
    }

    /** Whether any change was added after a number of entries. */
    boolean changesSince(int number) {
        return entries.subList(number, entries.size()).stream().anyMatch(PlannedChange::isChange);
    }

    /** The text as JSON; null stays null. */
    static String json(Object text) {
        return text == null ? null : Value.json(text.toString());
    }

    /** Adds a precondition: applying the plan is refused if the state has changed. */
    void dependOn(String address, String state) {
        preconditions.add(new Precondition(address, state));
    }

    /** Records a right if it is missing. New resources need none yet. */
    void require(Action action, Target target) {
        note(() -> access.require(action, target));
    }

    void require(Action action) {
        note(() -> access.require(action));
    }

    void requireRank(Role role, Action action, Target target) {
        note(() -> access.requireRank(role, action, target));
    }

    private void note(Runnable check) {
        try {
            check.run();
        } catch (Failure failure) {
            if (failure.kind() != Failure.Kind.FORBIDDEN) {
                throw failure;
            }
            boolean known =
                    forbidden.stream().anyMatch(other -> other.getMessage().equals(failure.getMessage()));
            if (!known) {
                forbidden.add(failure);
            }
        }
    }

    void missingSecret(String name) {
        missingSecrets.add(name);
    }

    /**
     * @throws Failure FORBIDDEN if any right is missing, listing all of them; NOT_FOUND if a stored secret doesn't
     *     exist, listing all of them
     */
    void check() {
        if (forbidden.size() == 1) {
            throw forbidden.get(0);
        }
        if (!forbidden.isEmpty()) {
            StringBuilder message = new StringBuilder(forbidden.size() + " permissions are missing:");
            forbidden.forEach(failure -> message.append("\n  ").append(failure.getMessage()));
            throw new Failure(Failure.Kind.FORBIDDEN, message.toString());
        }
        if (!missingSecrets.isEmpty()) {
            throw new Failure(
                    Failure.Kind.NOT_FOUND,
                    "secrets without a stored value:\n  " + String.join("\n  ", missingSecrets),
                    "set them first, or use references");
        }
    }
}
