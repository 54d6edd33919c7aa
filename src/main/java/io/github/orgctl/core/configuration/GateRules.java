package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.promotion.Gate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the gates that changes of one live environment have to pass. */
public final class GateRules {
    private static final String TRUE = "true";

    private final KeyPolicies policies;
    private final Set<String> hosts;

    /**
     * @param before what live has before the changes
     */
    public GateRules(KeyPolicies policies, Configuration before) {
        this.policies = policies;
        this.hosts = UrlHosts.in(before);
    }

    /** The gates that a change has to pass; of a secret only the key is looked at. */
    public Set<Gate> of(KeyChange change) {
        Set<Gate> gates = EnumSet.noneOf(Gate.class);
        if (policies.isCritical(change.key())) {
            gates.add(Gate.CRITICAL);
        }
        if (change.after() == null) {
            gates.add(Gate.DELETE);
        }
        if (change.secret()) {
            return gates;
        }
        if (change.after() != null && !hosts.containsAll(UrlHosts.in(change.after()))) {
            gates.add(Gate.NEW_DOMAIN);
        }
        if (isLaxer(change.key().path(), change.before(), change.after())) {
            gates.add(Gate.DOWNGRADE);
        }
        return gates;
    }

    /** Whether a guarded value is true and becomes anything else, or is a list and becomes anything but a part of it. */
    private boolean isLaxer(String path, Value before, Value after) {
        if (before == null || before.equals(after)) {
            return false;
        }
        if (before.isObject()) {
            return isLaxerWithin(path, before, after);
        }
        if (before.isList()) {
            return !isPart(before.elements(), after) && policies.guardsDowngrade(path);
        }
        return before.json().equals(TRUE) && policies.guardsDowngrade(path);
    }

    private boolean isLaxerWithin(String path, Value before, Value after) {
        Map<String, Value> members = after != null && after.isObject() ? after.members() : Map.of();
        for (Map.Entry<String, Value> member : before.members().entrySet()) {
            if (isLaxer(path + "." + member.getKey(), member.getValue(), members.get(member.getKey()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPart(List<Value> elements, Value after) {
        return after != null && after.isList() && elements.containsAll(after.elements());
    }
}
