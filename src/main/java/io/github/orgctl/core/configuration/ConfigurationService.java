package io.github.orgctl.core.configuration;

import io.github.orgctl.core.kernel.Nearest;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.EnvironmentDetails;
import io.github.orgctl.core.model.configuration.Gate;
import io.github.orgctl.core.model.configuration.GivenValues;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyEdit;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Hint;
import io.github.orgctl.core.port.Tx;
import java.util.ArrayList;
import java.util.List;

/** What can be done with the values of an environment, and the rules for it. */
public final class ConfigurationService {
    private final Tx tx;
    private final Resolver resolver;
    private final EnvironmentWriter writer;

    public ConfigurationService(UnitOfWork work, EnvironmentWriter writer) {
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.writer = writer;
    }

    /**
     * @throws Failure NOT_FOUND when the key has no value, with the nearest that have one
     */
    public Value get(EnvironmentReference reference, Key key) {
        Environment environment = resolver.environment(reference, Action.CONFIG_GET);
        return tx.configurations().find(environment.id(), key).orElseThrow(() -> absent(environment, key));
    }

    /** All values of the environment. */
    public Configuration list(EnvironmentReference reference) {
        return tx.configurations()
                .current(resolver.environment(reference, Action.CONFIG_LIST).id());
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

    private Failure absent(Environment environment, Key key) {
        List<String> present = new ArrayList<>();
        List<String> below = new ArrayList<>();
        for (Key other : tx.configurations().current(environment.id()).values().keySet()) {
            present.add(other.path());
            if (key.isAbove(other)) {
                below.add(other.path());
            }
        }
        Hint hint = below.isEmpty()
                ? Nearest.hint(key.path(), present, Advice.LIST_VALUES.of(environment.reference()))
                : Hint.words("'" + key + "' itself has no value, but these keys have: " + String.join(", ", below));
        if (tx.secrets().find(environment.id(), key).isPresent()) {
            hint = Advice.REVEAL_SECRET.of(key, environment.reference());
        }
        return new Failure(Failure.Kind.NOT_FOUND, environment.reference() + " has no value for '" + key + "'", hint);
    }
}
