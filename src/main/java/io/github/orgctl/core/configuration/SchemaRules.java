package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyPolicy;
import io.github.orgctl.core.model.configuration.KeyPolicy.Pair;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.configuration.Violation;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.port.ProjectSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a project's schema demands of its two environments: the JSON Schema itself, and what {@code x-orgctl} adds. */
public final class SchemaRules {
    private static final String REQUIRED = "required";

    private final ProjectSchema schema;
    private KeyPolicies policies;

    SchemaRules(ProjectSchema schema) {
        this.schema = schema;
    }

    public KeyPolicies policies() {
        if (policies == null) {
            policies = new KeyPolicies(schema.policies());
        }
        return policies;
    }

    /**
     * Everything that is wrong in one environment.
     *
     * @param other what the other environment has
     */
    List<Violation> violations(Mode mode, Configuration configuration, Configuration other) {
        List<Violation> violations = new ArrayList<>();
        for (Violation violation : schema.violations(mode, configuration)) {
            if (!isExcused(violation)) {
                violations.add(violation);
            }
        }
        for (Map.Entry<Key, Value> entry : configuration.values().entrySet()) {
            for (KeyPolicy policy : policies().of(entry.getKey().path())) {
                addBroken(violations, policy, mode, entry, other.get(entry.getKey()));
            }
        }
        violations.sort(Comparator.comparing(Violation::key).thenComparing(Violation::rule));
        return violations;
    }

    /** What only one environment may have can't be required of the other. */
    private boolean isExcused(Violation violation) {
        return violation.rule().equals(REQUIRED)
                && policies().of(violation.key()).stream()
                        .anyMatch(policy -> policy.only() != null && policy.only() != violation.mode());
    }

    private static void addBroken(
            List<Violation> violations, KeyPolicy policy, Mode mode, Map.Entry<Key, Value> entry, Value other) {
        String path = entry.getKey().path();
        if (policy.only() != null && policy.only() != mode) {
            violations.add(new Violation(mode, path, "only", "is allowed in " + policy.only() + " only"));
        } else if (policy.pair() != null && other != null) {
            boolean matches = entry.getValue().equals(other);
            if (policy.pair() == Pair.DIFFER && matches) {
                violations.add(new Violation(mode, path, "pair", "must differ between sandbox and live"));
            } else if (policy.pair() == Pair.MATCH && !matches) {
                violations.add(new Violation(mode, path, "pair", "must be the same in sandbox and live"));
            }
        }
    }

    /**
     * What a change makes wrong: what was wrong before and was not touched does not count, so that an environment that
     * breaks its schema can be mended step by step.
     *
     * @param other what the other environment has
     */
    List<Violation> added(Mode mode, Configuration before, Configuration after, Configuration other) {
        List<Violation> broken = violations(mode, after, other);
        if (broken.isEmpty()) {
            return broken;
        }
        Set<Violation> known = new HashSet<>(violations(mode, before, other));
        Set<String> changed = new HashSet<>();
        before.changesTo(after).forEach(change -> changed.add(change.key().path()));
        return broken.stream()
                .filter(violation -> !known.contains(violation) || isWithin(violation.key(), changed))
                .toList();
    }

    private static boolean isWithin(String place, Set<String> keys) {
        for (int end = place.length(); end > 0; end = place.lastIndexOf('.', end - 1)) {
            if (keys.contains(place.substring(0, end))) {
                return true;
            }
        }
        return false;
    }
}
