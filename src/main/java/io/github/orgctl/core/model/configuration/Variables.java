package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.organization.Environment;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Variables of an environment for programs.
 *
 * @param environment whose values they are
 * @param all in the order of the keys, each name once
 * @param secretsLeftOut how many secrets the environment has beside them
 */
public record Variables(Environment environment, List<Variable> all, int secretsLeftOut) {
    /** The same without the secrets. */
    public Variables withoutSecrets() {
        List<Variable> values =
                all.stream().filter(variable -> !variable.secret()).toList();
        return new Variables(environment, values, secretsLeftOut + all.size() - values.size());
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
