package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.value.Id;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Variables of an environment for programs.
 *
 * @param environment whose values they are
 * @param all in the order of the keys, each name once
 * @param secretsLeftOut how many secrets the environment has beside them
 * @param expired the keys of those that have expired
 * @param expiries when those of the secrets expire that do
 * @param sources the other environments that templates took values from
 */
public record Variables(
        Environment environment,
        List<Variable> all,
        int secretsLeftOut,
        List<Key> expired,
        Map<Key, Instant> expiries,
        Set<Id> sources) {
    /** Of one environment alone. */
    public Variables(Environment environment, List<Variable> all, int secretsLeftOut, List<Key> expired) {
        this(environment, all, secretsLeftOut, expired, Map.of(), Set.of());
    }

    /** The same at another time. */
    public Variables at(Instant now) {
        List<Key> past = all.stream()
                .map(Variable::key)
                .filter(key -> expiries.containsKey(key) && !expiries.get(key).isAfter(now))
                .toList();
        return new Variables(environment, all, secretsLeftOut, past, expiries, sources);
    }

    /** What to tell whoever takes them. */
    public List<String> warnings() {
        return expired.isEmpty() ? List.of() : List.of("warning: secrets have expired: " + Key.some(expired));
    }

    /** The same without the secrets. */
    public Variables withoutSecrets() {
        List<Variable> values =
                all.stream().filter(variable -> !variable.secret()).toList();
        int left = secretsLeftOut + all.size() - values.size();
        return new Variables(environment, values, left, List.of(), Map.of(), sources);
    }

    /** The names that programs know them by. */
    public Set<String> names() {
        return all.stream().map(Variable::name).collect(Collectors.toSet());
    }

    /** The texts that nobody may see in passing. */
    public List<String> secrets() {
        return all.stream().filter(Variable::secret).map(Variable::text).toList();
    }

    /** Whether a secret is among them. */
    public boolean hasSecrets() {
        return all.stream().anyMatch(Variable::secret);
    }
}
