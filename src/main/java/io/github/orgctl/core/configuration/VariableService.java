package io.github.orgctl.core.configuration;

import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Variable;
import io.github.orgctl.core.model.configuration.Variables;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Tx;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Hands the values of an environment to programs. */
public final class VariableService {
    private final Tx tx;
    private final Resolver resolver;
    private final SecretService secrets;

    public VariableService(UnitOfWork work, SecretService secrets) {
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.secrets = secrets;
    }

    /**
     * The values of the environment under the names that programs know them by.
     *
     * @param action what they are handed out for
     * @param only the key at or below which they have to be, or null for all
     * @param withSecrets whether the secrets are among them, wherever their values are kept
     * @param withLoaders whether {@link LoaderVariables} may be among them
     * @throws Failure as {@link SecretService#values} does; RULE when two keys have the same name as variables, or a value
     *     can't be a variable's; REFUSED when one is a loader variable that may not be; NOT_FOUND when there is none at or
     *     below {@code only}
     */
    public Variables of(
            EnvironmentReference reference, Action action, Key only, boolean withSecrets, boolean withLoaders) {
        Environment environment = resolver.environment(reference, action);
        NavigableMap<Key, Variable> variables = new TreeMap<>();
        for (var entry : tx.configurations().current(environment.id()).values().entrySet()) {
            if (only == null || only.covers(entry.getKey())) {
                variables.put(
                        entry.getKey(),
                        new Variable(entry.getKey(), entry.getValue().text(), false));
            }
        }
        if (!withLoaders) {
            refuseLoaders(environment, variables.keySet(), only, withSecrets);
        }
        if (withSecrets) {
            secrets.values(reference, only).forEach((key, text) -> variables.put(key, new Variable(key, text, true)));
        }
        if (only != null && variables.isEmpty()) {
            throw new Failure(
                    Failure.Kind.NOT_FOUND,
                    environment.reference() + " has no value at or below '" + only + "'",
                    Advice.LIST_VALUES.of(environment.reference()));
        }
        VariableRules.check(variables.values());
        int left = withSecrets ? 0 : secretKeys(environment, only).size();
        return new Variables(environment, List.copyOf(variables.values()), left);
    }

    /** By their keys alone, before any secret's value is looked at. */
    private void refuseLoaders(Environment environment, Set<Key> valueKeys, Key only, boolean withSecrets) {
        NavigableSet<Key> keys = new TreeSet<>(valueKeys);
        if (withSecrets) {
            keys.addAll(secretKeys(environment, only));
        }
        LoaderVariables.refuse(keys);
    }

    private NavigableSet<Key> secretKeys(Environment environment, Key only) {
        NavigableSet<Key> keys = new TreeSet<>(tx.secrets().keys(environment.id()));
        keys.removeIf(key -> only != null && !only.covers(key));
        return keys;
    }
}
