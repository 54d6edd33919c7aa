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

/** Who may read which events of a trail that they may look into: {@link Action#readers} says it of each action. */
final class EventReaders {
    private final Access access;

    EventReaders(Access access) {
        this.access = access;
    }

    /** The actions whose events the acting identity may not read everywhere within reach. */
    List<ConfinedActions> confined(AccessScope scope) {
        List<ConfinedActions> confined = new ArrayList<>();
        if (access.isOperator()) {
            return confined;
        }
        for (Rule rule : Rule.values()) {
            Set<Action> actions = readBy(rule);
            List<Id> organizations = new ArrayList<>(scope.organizations());
            organizations.removeIf(organization -> !access.fulfils(rule, organization));
            // Whoever may look into a trail at all has what the rule for reading asks for.
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
     * Refuses to show an empty list to somebody who asks for nothing but events that they may not read.
     *
     * @param asked the actions asked for
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
