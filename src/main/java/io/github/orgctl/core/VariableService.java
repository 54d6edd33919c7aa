package io.github.orgctl.core;

import io.github.orgctl.core.model.Environment;
import io.github.orgctl.core.model.EnvironmentReference;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.Key;
import io.github.orgctl.core.model.Variable;
import io.github.orgctl.core.model.Variables;
import io.github.orgctl.core.port.Tx;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Hands the values of an environment to programs. */
public final class VariableService {
    private final Tx tx;
    private final Resolver resolver;

    public VariableService(Tx tx, Resolver resolver) {
        this.tx = tx;
        this.resolver = resolver;
    }

    /**
     * The values of the environment under the names that programs know them by.
     *
     * @param only the key at or below which they have to be, or null for all
     * @throws Failure RULE when two keys have the same name as variables, or a value can't be a variable's; NOT_FOUND
     *     when there is none at or below {@code only}
     */
    public Variables of(EnvironmentReference reference, Key only) {
        Environment environment = resolver.environment(reference);
        NavigableMap<Key, Variable> variables = new TreeMap<>();
        tx.configurations()
                .current(environment.id())
                .values()
                .forEach((key, value) -> put(variables, new Variable(key, value.text(), false), only));
        if (only != null && variables.isEmpty()) {
            throw new Failure(
                    Failure.Kind.NOT_FOUND,
                    environment.reference() + " has no value at or below '" + only + "'",
                    "list what there is with: orgctl config list --env " + environment.reference());
        }
        VariableRules.check(variables.values());
        return new Variables(environment, List.copyOf(variables.values()));
    }

    private static void put(Map<Key, Variable> variables, Variable variable, Key only) {
        if (only == null || only.equals(variable.key()) || only.isAbove(variable.key())) {
            variables.put(variable.key(), variable);
        }
    }
}
