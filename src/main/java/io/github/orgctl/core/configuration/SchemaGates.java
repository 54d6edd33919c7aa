package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyPolicy;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.port.Tx;
import java.util.EnumSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Finds the gates that another schema of a project has to pass, because keys that live has would lose what the present one
 * protects them by: else two commands could do what one may not.
 */
public final class SchemaGates {
    private final Tx tx;
    private final ProjectSchemas schemas;

    public SchemaGates(Tx tx, ProjectSchemas schemas) {
        this.tx = tx;
        this.schemas = schemas;
    }

    /**
     * The gates by the keys that need them open.
     *
     * @param after what the other schema says of keys
     */
    public Map<Key, Set<Gate>> of(Project project, KeyPolicies after) {
        KeyPolicies before = schemas.policies(project.id());
        Map<Key, Set<Gate>> gates = new TreeMap<>();
        if (before.protectsAny()) {
            for (Key key : keysOfLive(project)) {
                Set<Gate> ofKey = of(key, before, after);
                if (!ofKey.isEmpty()) {
                    gates.put(key, ofKey);
                }
            }
        }
        return gates;
    }

    private NavigableSet<Key> keysOfLive(Project project) {
        Environment live = tx.environments().find(project.id(), Mode.LIVE).orElseThrow();
        NavigableSet<Key> keys = new TreeSet<>(tx.secrets().keys(live.id()));
        keys.addAll(tx.configurations().current(live.id()).values().navigableKeySet());
        return keys;
    }

    private static Set<Gate> of(Key key, KeyPolicies before, KeyPolicies after) {
        Set<Gate> gates = EnumSet.noneOf(Gate.class);
        if (isLost(KeyPolicy::critical, key, before, after) || isLost(KeyPolicy::staysWhereItIs, key, before, after)) {
            gates.add(Gate.CRITICAL);
        }
        if (isLost(KeyPolicy::downgrade, key, before, after)) {
            gates.add(Gate.DOWNGRADE);
        }
        return gates;
    }

    private static boolean isLost(Predicate<KeyPolicy> protection, Key key, KeyPolicies before, KeyPolicies after) {
        for (KeyPolicy policy : before.ofWhole(key)) {
            Key place = key.covers(policy.key()) ? policy.key() : key;
            if (protection.test(policy) && after.of(place.path()).stream().noneMatch(protection)) {
                return true;
            }
        }
        return false;
    }
}
