package io.github.orgctl.core.configuration;

import io.github.orgctl.core.kernel.Nearest;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.FilledTemplate;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Template;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.configuration.Variable;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Hint;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.reference.TemplateResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Fills templates with the values of an environment. */
public final class TemplateService {
    private static final String MASK = "***";

    private final Tx tx;
    private final Resolver resolver;
    private final SecretService secrets;

    public TemplateService(UnitOfWork work, SecretService secrets) {
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.secrets = secrets;
    }

    /**
     * A template with the values of the keys that it names. Only the secrets among them are decrypted.
     *
     * @param withSecrets whether it may name secrets
     * @throws Failure RULE when it names keys that the environment doesn't have, or secrets that it may not: the message tells
     *     all of them; otherwise as {@link VariableService#of} does
     */
    public FilledTemplate fill(EnvironmentReference reference, Template template, boolean withSecrets) {
        Environment environment = resolver.environment(reference, Action.ENV_RENDER);
        Configuration all = tx.configurations().current(environment.id());
        NavigableSet<Key> secretKeys = new TreeSet<>(tx.secrets().keys(environment.id()));
        refuseUnknown(environment, template, all.values().navigableKeySet(), secretKeys);
        secretKeys.retainAll(template.keys().keySet());
        if (!withSecrets) {
            refuseSecrets(template, secretKeys);
        }
        NavigableMap<Key, Value> named = new TreeMap<>(all.values());
        named.keySet().retainAll(template.keys().keySet());
        TemplateResolver templates = secrets.templates();
        NavigableMap<Key, String> values = new TreeMap<>();
        templates.resolved(environment, all, named).forEach((key, value) -> values.put(key, value.text()));
        if (secretKeys.isEmpty()) {
            templates.check(environment);
        }
        return filled(reference, template, values, secretKeys, templates);
    }

    private FilledTemplate filled(
            EnvironmentReference reference,
            Template template,
            NavigableMap<Key, String> values,
            NavigableSet<Key> secretKeys,
            TemplateResolver templates) {
        secretKeys.forEach(key -> values.put(key, MASK));
        String publicText = template.fill(values);
        if (!secretKeys.isEmpty()) {
            values.putAll(secrets.values(reference, secretKeys::contains, templates));
        }
        for (Key key : template.keys().keySet()) {
            VariableRules.checkText(new Variable(key, values.get(key), secretKeys.contains(key)));
        }
        return new FilledTemplate(template.fill(values), publicText);
    }

    private static void refuseUnknown(
            Environment environment, Template template, NavigableSet<Key> values, NavigableSet<Key> secrets) {
        List<String> unknown = new ArrayList<>();
        String first = null;
        for (Map.Entry<Key, Integer> named : template.keys().entrySet()) {
            if (!values.contains(named.getKey()) && !secrets.contains(named.getKey())) {
                first = first == null ? named.getKey().path() : first;
                unknown.add(told(named));
            }
        }
        if (first != null) {
            List<String> known = new ArrayList<>();
            values.forEach(key -> known.add(key.path()));
            secrets.forEach(key -> known.add(key.path()));
            Hint hint = Nearest.hint(first, known, Advice.LIST_VALUES.of(environment.reference()));
            throw new Failure(
                    Failure.Kind.RULE, environment.reference() + " has no key " + String.join(", ", unknown), hint);
        }
    }

    private static void refuseSecrets(Template template, NavigableSet<Key> secretKeys) {
        List<String> named = new ArrayList<>();
        for (Map.Entry<Key, Integer> entry : template.keys().entrySet()) {
            if (secretKeys.contains(entry.getKey())) {
                named.add(told(entry));
            }
        }
        if (!named.isEmpty()) {
            throw new Failure(
                    Failure.Kind.RULE,
                    "the template names secrets: " + String.join(", ", named),
                    Advice.INCLUDE_SECRETS.of());
        }
    }

    private static String told(Map.Entry<Key, Integer> named) {
        return "'" + named.getKey() + "' (line " + named.getValue() + ")";
    }
}
