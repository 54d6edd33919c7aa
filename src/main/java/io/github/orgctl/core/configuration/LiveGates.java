package io.github.orgctl.core.configuration;

import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.reference.ResolvedConfiguration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the gates that a change of a live environment has to pass, by what programs get: a template counts as what it
 * resolves to, and changes along with what it refers to.
 */
public final class LiveGates {
    private final UnitOfWork work;
    private final Environment environment;
    private final ResolvedConfiguration before;
    private final GateRules rules;

    /**
     * @param before what live has before the change
     */
    public LiveGates(UnitOfWork work, Environment environment, KeyPolicies policies, Configuration before) {
        this.work = work;
        this.environment = environment;
        this.before = ResolvedConfiguration.of(work, environment, before);
        this.rules = new GateRules(policies, this.before.values());
    }

    /**
     * The gates by the keys that need them open.
     *
     * @param after all values then
     * @param changes of values and of secrets
     */
    public Map<Key, Set<Gate>> of(Configuration after, List<KeyChange> changes) {
        ResolvedConfiguration then = ResolvedConfiguration.of(work, environment, after);
        Map<Key, Set<Gate>> gates = new TreeMap<>();
        for (KeyChange change : changes) {
            gates.put(change.key(), ofKept(change, then));
        }
        for (KeyChange change : before.values().changesTo(then.values())) {
            if (change.after() != null && !then.unresolved().contains(change.key())) {
                gates.computeIfAbsent(change.key(), none -> EnumSet.noneOf(Gate.class))
                        .addAll(rules.of(change));
            }
        }
        return gates;
    }

    /** Of a template that can't be resolved, only that it changes. */
    private Set<Gate> ofKept(KeyChange change, ResolvedConfiguration then) {
        if (change.secret()) {
            return rules.of(change);
        }
        Key key = change.key();
        Set<Gate> gates = rules.of(
                new KeyChange(key, before.values().get(key), then.values().get(key)));
        if (then.unresolved().contains(key)) {
            gates.remove(Gate.NEW_DOMAIN);
        }
        return gates;
    }
}
