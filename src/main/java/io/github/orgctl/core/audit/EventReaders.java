package io.github.orgctl.core.audit;

import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.ConfinedActions;
import io.github.orgctl.core.model.access.Rule;
import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Determines who may read which events within a readable audit log, as declared by {@link Action#readers}. */
final class EventReaders {
    private final Access access;

    EventReaders(Access access) {
        this.access = access;
    }

    /** Actions whose events the acting identity may read only in some organizations of the scope. */
    List<ConfinedActions> confined(AccessScope scope) {
        List<ConfinedActions> confined = new ArrayList<>();
        if (access.isOperator()) {
            return confined;
        }
        for (Rule rule : Rule.values()) {
            Set<Action> actions = readBy(rule);
            List<Id> organizations = new ArrayList<>(scope.organizations());
            organizations.removeIf(organization -> !access.fulfils(rule, organization));
            // Everyone with access to an audit log already satisfies the rule for reading.
            if (rule != Rule.READ
                    && !actions.isEmpty()
                    && organizations.size() < scope.organizations().size()) {
                confined.add(new ConfinedActions(actions, organizations));
            }
        }
        return confined;
    }

    private static Set<Action> readBy(Rule rule) {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        for (Action action : Action.values()) {
            if (action.readers() == rule) {
                actions.add(action);
            }
        }
        return actions;
    }

    /**
     * Fails, instead of showing an empty list, if all requested actions are unreadable.
     *
     * @param asked requested actions
     * @throws Failure FORBIDDEN
     */
    void refuseUnreadable(Set<Action> asked, List<ConfinedActions> confined) {
        Set<Action> readable = EnumSet.copyOf(asked);
        for (ConfinedActions some : confined) {
            if (some.organizations().isEmpty()) {
                readable.removeAll(some.actions());
            }
        }
        if (readable.isEmpty()) {
            Action first = asked.iterator().next();
            throw new Failure(
                    Failure.Kind.FORBIDDEN,
                    access.name() + " is not allowed to read '" + first + "' events, which are restricted to: "
                            + first.readers(),
                    Advice.LIST_EVENT_READERS.of());
        }
    }
}
