package io.github.orgctl.core.configuration;

import io.github.orgctl.core.kernel.Access;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.configuration.Variable;
import io.github.orgctl.core.model.configuration.Variables;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.reference.TemplateResolver;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    private final Access access;
    private final Instant now;

    public VariableService(UnitOfWork work, SecretService secrets) {
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.secrets = secrets;
        this.access = work.access();
        this.now = work.now();
    }

    /**
     * The values of the environment under the names that programs know them by.
     *
     * @throws Failure as {@link SecretService#values} does; RULE when templates can't be resolved, two keys have the same name as variables, or a value
     *     can't be a variable's; REFUSED when one is a loader variable that may not be; NOT_FOUND when there is none at or
     *     below the selected key
     */
    public Variables of(VariableSelection selection) {
        Environment environment = resolver.environment(selection.environment(), selection.action());
        Configuration all = tx.configurations().current(environment.id());
        NavigableMap<Key, Value> selected = selected(all, selection);
        if (!selection.withLoaders()) {
            refuseLoaders(environment, selected.keySet(), selection);
        }
        TemplateResolver templates = secrets.templates();
        NavigableMap<Key, Variable> variables = new TreeMap<>();
        for (var entry : templates.resolved(environment, all, selected).entrySet()) {
            variables.put(
                    entry.getKey(),
                    new Variable(entry.getKey(), entry.getValue().text(), false));
        }
        if (selection.withSecrets()) {
            secrets.values(selection.environment(), selection::includes, templates)
                    .forEach((key, text) -> variables.put(key, new Variable(key, text, true)));
        }
        templates.check(environment);
        if (selection.only() != null && variables.isEmpty()) {
            throw new Failure(
                    Failure.Kind.NOT_FOUND,
                    environment.reference() + " has no value at or below '" + selection.only() + "'",
                    Advice.LIST_VALUES.of(environment.reference()));
        }
        VariableRules.check(variables.values());
        boolean withSecrets = selection.withSecrets();
        int left = withSecrets ? 0 : secretKeys(environment, selection).size();
        Map<Key, Instant> expiries = withSecrets ? expiries(environment, variables) : Map.of();
        List<Variable> ordered = List.copyOf(variables.values());
        Variables found = new Variables(environment, ordered, left, List.of(), expiries, templates.sources());
        return expiries.isEmpty() ? found : found.at(now);
    }

    /**
     * Values that were selected earlier, under the rules that apply to those of the store.
     *
     * @throws Failure RULE and REFUSED as {@link #of} does
     */
    public static Variables again(VariableSelection selection, Variables earlier, Instant now) {
        if (!selection.withLoaders()) {
            LoaderVariables.refuse(earlier.all().stream().map(Variable::key).toList());
        }
        VariableRules.check(earlier.all());
        return earlier.at(now);
    }

    /**
     * What the values come from, as it is now: while it stays the same, so do they.
     *
     * @param sources as {@link #of} told them
     * @throws Failure NOT_FOUND when the environment is gone; FORBIDDEN when the acting identity may no longer use it
     */
    public String state(EnvironmentReference reference, Action action, Set<Id> sources) {
        Environment environment = resolver.environment(reference, action);
        StringBuilder state = new StringBuilder(state(environment));
        for (Id id : sources) {
            state.append(' ');
            tx.environments().find(id).ifPresent(source -> state.append(state(source)));
        }
        return state.toString();
    }

    private String state(Environment environment) {
        Target target = Target.of(environment);
        return environment.id() + "@" + environment.revision() + access.permits(Action.CONFIG_GET, target)
                + access.permits(Action.SECRET_REVEAL, target);
    }

    private static NavigableMap<Key, Value> selected(Configuration all, VariableSelection selection) {
        NavigableMap<Key, Value> selected = new TreeMap<>();
        for (var entry : all.values().entrySet()) {
            if (selection.includes(entry.getKey())) {
                selected.put(entry.getKey(), entry.getValue());
            }
        }
        return selected;
    }

    private Map<Key, Instant> expiries(Environment environment, NavigableMap<Key, Variable> variables) {
        Map<Key, Instant> expiries = new TreeMap<>();
        tx.secretVersions().policies(environment.id()).forEach((key, policy) -> {
            Variable variable = variables.get(key);
            if (variable != null && variable.secret() && policy.expiresAt() != null) {
                expiries.put(key, policy.expiresAt());
            }
        });
        return expiries;
    }

    /** By their keys alone, before any secret's value is looked at. */
    private void refuseLoaders(Environment environment, Set<Key> valueKeys, VariableSelection selection) {
        NavigableSet<Key> keys = new TreeSet<>(valueKeys);
        if (selection.withSecrets()) {
            keys.addAll(secretKeys(environment, selection));
        }
        LoaderVariables.refuse(keys);
    }

    private NavigableSet<Key> secretKeys(Environment environment, VariableSelection selection) {
        NavigableSet<Key> keys = new TreeSet<>(tx.secrets().keys(environment.id()));
        keys.removeIf(key -> !selection.includes(key));
        return keys;
    }
}
