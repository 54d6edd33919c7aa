package io.github.orgctl.core.configuration;

import io.github.orgctl.core.kernel.Nearest;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.EnvironmentDetails;
import io.github.orgctl.core.model.configuration.GivenValues;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyEdit;
import io.github.orgctl.core.model.configuration.KeyPattern;
import io.github.orgctl.core.model.configuration.KeySelection;
import io.github.orgctl.core.model.configuration.NotedValue;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.configuration.ValueReference;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Hint;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.reference.TemplateResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What can be done with the values of an environment, and the rules for it. */
public final class ConfigurationService {
    private final UnitOfWork work;
    private final Tx tx;
    private final Resolver resolver;
    private final EnvironmentWriter writer;

    public ConfigurationService(UnitOfWork work, EnvironmentWriter writer) {
        this.work = work;
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.writer = writer;
    }

    /**
     * The value of a key; of a template, what it resolves to.
     *
     * @param raw whether a template is to stay as it is
     * @throws Failure NOT_FOUND when the key has no value, with the nearest that have one; RULE when a template can't be
     *     resolved
     */
    public Value get(EnvironmentReference reference, Key key, boolean raw) {
        Environment environment = resolver.environment(reference, Action.CONFIG_GET);
        Value value = tx.configurations().find(environment.id(), key).orElseThrow(() -> absent(environment, key));
        if (raw || !value.isTemplate()) {
            return value;
        }
        Configuration all = tx.configurations().current(environment.id());
        return resolved(environment, all, new TreeMap<>(Map.of(key, value))).get(key);
    }

    private Configuration resolved(Environment environment, Configuration all, NavigableMap<Key, Value> some) {
        TemplateResolver templates = new TemplateResolver(work);
        Configuration resolved = new Configuration(templates.resolved(environment, all, some));
        templates.check(environment);
        return resolved;
    }

    /**
     * The values of several keys; of templates, what they resolve to.
     *
     * @param raw whether templates are to stay as they are
     * @throws Failure RULE when templates can't be resolved; NOT_FOUND when one of the keys has no value, or no key with a value matches a pattern
     */
    public Configuration get(EnvironmentReference reference, List<KeyPattern> patterns, boolean raw) {
        Environment environment = resolver.environment(reference, Action.CONFIG_GET);
        Configuration held = tx.configurations().current(environment.id());
        NavigableMap<Key, Value> all = held.values();
        NavigableMap<Key, Value> found = new TreeMap<>();
        List<KeyPattern> missing = new ArrayList<>();
        for (KeyPattern pattern : patterns) {
            boolean matched = false;
            for (Map.Entry<Key, Value> entry : all.entrySet()) {
                if (pattern.matches(entry.getKey())) {
                    found.put(entry.getKey(), entry.getValue());
                    matched = true;
                }
            }
            if (!matched) {
                missing.add(pattern);
            }
        }
        if (!missing.isEmpty()) {
            throw absent(environment, missing);
        }
        return raw ? new Configuration(found) : resolved(environment, held, found);
    }

    /** All values of the environment. */
    public Configuration list(EnvironmentReference reference) {
        return list(reference, null);
    }

    /**
     * The values of the environment.
     *
     * @param only the key at or below which they have to be, or null for all
     */
    public Configuration list(EnvironmentReference reference, Key only) {
        Configuration all = tx.configurations()
                .current(resolver.environment(reference, Action.CONFIG_LIST).id());
        return only == null ? all : new Configuration(new KeySelection(List.of(), only).of(all.values()));
    }

    /** The same with the notes on their keys. */
    public List<NotedValue> listNoted(EnvironmentReference reference, Key only) {
        Environment environment = resolver.environment(reference, Action.CONFIG_LIST);
        Map<Key, Description> notes = tx.notes().all(environment.id());
        List<NotedValue> noted = new ArrayList<>();
        for (Map.Entry<Key, Value> entry :
                tx.configurations().current(environment.id()).values().entrySet()) {
            if (only == null || only.covers(entry.getKey())) {
                Description note = notes.getOrDefault(entry.getKey(), Description.NONE);
                noted.add(new NotedValue(entry.getKey(), entry.getValue(), note));
            }
        }
        return noted;
    }

    /**
     * Gives keys a value, all of them or none.
     *
     * @throws Failure RULE when a key would lie above another that has a value
     */
    public EnvironmentUpdate set(Edit edit, List<KeyEdit> edits) {
        WritableEnvironment target = writer.open(edit, Action.CONFIG_SET);
        return target.write(target.values().with(edits));
    }

    /**
     * Plans to take the values that a file gives, all of them or none.
     *
     * @param replace whether every other value goes
     * @throws Failure RULE when a key would lie above another that has a value; what the values themselves say
     */
    public PendingUpdate load(Edit edit, GivenValues given, boolean replace) {
        WritableEnvironment target = writer.open(edit, Action.CONFIG_IMPORT);
        Environment environment = target.environment();
        Configuration before = target.values();
        Configuration loaded =
                given.in(before, tx.secrets().current(environment.id()).keySet(), environment.reference());
        return target.pending(replace ? loaded : before.with(loaded.values()));
    }

    /**
     * Plans to make the environment's values these, and to take every other away.
     *
     * @throws Failure RULE when a key would lie above another that has a value
     */
    public PendingUpdate replace(Edit edit, Configuration after) {
        return writer.open(edit, Action.CONFIG_EDIT).pending(after);
    }

    /**
     * The environment with its values, which an edit of it could begin with now.
     *
     * @throws Failure as the edit itself would
     */
    public EnvironmentDetails editable(Edit edit) {
        WritableEnvironment target = writer.open(edit, Action.CONFIG_EDIT);
        return new EnvironmentDetails(target.environment(), target.values());
    }

    /**
     * Takes values away, all of them or none. Naming the keys opens the gate to delete them.
     *
     * @param ifExists whether a key that has none is as good
     * @throws Failure NOT_FOUND when a key has no value
     */
    public EnvironmentUpdate unset(Edit edit, List<Key> keys, boolean ifExists) {
        WritableEnvironment target = writer.open(edit.opening(Gate.DELETE), Action.CONFIG_UNSET);
        List<KeyEdit> edits = new ArrayList<>();
        for (Key key : keys) {
            if (!ifExists && target.values().get(key) == null) {
                throw absent(target.environment(), key);
            }
            edits.add(new KeyEdit(key, null));
        }
        return target.write(target.values().with(edits));
    }

    private static Failure absent(Environment environment, List<KeyPattern> patterns) {
        List<String> quoted = new ArrayList<>();
        Hint hint = null;
        for (KeyPattern pattern : patterns) {
            quoted.add("'" + pattern + "'");
            hint = hint == null || isShared(pattern.text()) ? whereToLook(environment, pattern.text()) : hint;
        }
        return new Failure(
                Failure.Kind.NOT_FOUND,
                environment.reference() + " has no value for " + String.join(", ", quoted),
                hint);
    }

    private static boolean isShared(String key) {
        return key.startsWith(ValueReference.RESERVED);
    }

    private static Hint whereToLook(Environment environment, String key) {
        return isShared(key)
                ? Advice.GET_SHARED_VALUE.of(
                        key.substring(ValueReference.RESERVED.length()), environment.mode(), environment.organization())
                : Advice.LIST_VALUES.of(environment.reference());
    }

    Failure absent(Environment environment, Key key) {
        List<String> present = new ArrayList<>();
        List<String> below = new ArrayList<>();
        for (Key other : tx.configurations().current(environment.id()).values().keySet()) {
            present.add(other.path());
            if (key.isAbove(other)) {
                below.add(other.path());
            }
        }
        Hint hint = below.isEmpty()
                ? Nearest.hint(key.path(), present, whereToLook(environment, key.path()))
                : Hint.words("'" + key + "' itself has no value, but these keys have: " + String.join(", ", below));
        if (tx.secrets().find(environment.id(), key).isPresent()) {
            hint = Advice.REVEAL_SECRET.of(key, environment.reference());
        }
        return new Failure(Failure.Kind.NOT_FOUND, environment.reference() + " has no value for '" + key + "'", hint);
    }
}
