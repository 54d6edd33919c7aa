package io.github.orgctl.core.reference;

import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Environment;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;

/**
 * A configuration with resolved templates, as programs get it. Schemas and gates are checked against it.
 *
 * @param values values; templates that can't be resolved are unchanged
 * @param unresolved keys of the templates that can't be resolved
 */
public record ResolvedConfiguration(Configuration values, Set<Key> unresolved) {
    public static ResolvedConfiguration of(UnitOfWork work, Environment environment, Configuration values) {
        for (Value value : values.values().values()) {
            if (value.isTemplate()) {
                return resolved(work, environment, values);
            }
        }
        return new ResolvedConfiguration(values, Set.of());
    }

    private static ResolvedConfiguration resolved(UnitOfWork work, Environment environment, Configuration values) {
        NavigableMap<Key, Value> resolved = new TemplateResolver(work).resolved(environment, values, values.values());
        Set<Key> unresolved = new TreeSet<>(values.values().keySet());
        unresolved.removeAll(resolved.keySet());
        return new ResolvedConfiguration(values.with(resolved), unresolved);
    }

    /** Whether a key, or a path within its value, is a template that can't be resolved. */
    public boolean isUnresolved(String place) {
        for (Key key : unresolved) {
            if (place.equals(key.path()) || place.startsWith(key.path() + ".")) {
                return true;
            }
        }
        return false;
    }
}
