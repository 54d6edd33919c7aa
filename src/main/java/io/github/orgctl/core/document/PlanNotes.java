package io.github.orgctl.core.document;

import io.github.orgctl.core.document.PlannedChange.Operation;
import io.github.orgctl.core.document.PlannedChange.Resource;
import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What a planner finds out: differences, what they rest on, which rights are missing, which secrets don't exist. */
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

    /** Adds the change of a field, unless the documents don't mention it or it is so already. */
    void field(Resource resource, String address, String key, Object before, Object after, ChangeGate... gates) {
        if (after != null && !Objects.equals(before, after)) {
            add(Operation.UPDATE, resource, address, key, json(before), json(after), gates);
        }
    }

    /** Adds a field of a resource that is created, unless it is left out or empty. */
    void first(Resource resource, String address, String key, Object after) {
        if (after != null && !after.toString().isEmpty()) {
            add(Operation.CREATE, resource, address, key, null, json(after));
        }
    }

    /** A text as JSON; null for null. */
    static String json(Object text) {
        return text == null ? null : Value.json(text.toString());
    }

    void rest(String address, String state) {
        preconditions.add(new Precondition(address, state));
    }

    /** Notes a right that is missing; what comes to be only with the plan needs none yet. */
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
     * @throws Failure FORBIDDEN when any right is missing, naming all of them; NOT_FOUND when a secret doesn't exist that
     *     the store has to hold, naming all of them
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
