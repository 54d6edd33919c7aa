package io.github.orgctl.core;

import io.github.orgctl.core.model.Configuration;
import io.github.orgctl.core.model.Environment;
import io.github.orgctl.core.model.EnvironmentDetails;
import io.github.orgctl.core.model.EnvironmentReference;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.GivenValues;
import io.github.orgctl.core.model.Key;
import io.github.orgctl.core.model.KeyEdit;
import io.github.orgctl.core.model.Value;
import io.github.orgctl.core.port.Tx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What can be done with the values of an environment, and the rules for it. */
public final class ConfigurationService {
    private final Tx tx;
    private final Resolver resolver;
    private final EnvironmentWriter writer;

    public ConfigurationService(Tx tx, Resolver resolver, EnvironmentWriter writer) {
        this.tx = tx;
        this.resolver = resolver;
        this.writer = writer;
    }

    /**
     * @throws Failure NOT_FOUND when the key has no value, with the nearest that have one
     */
    public Value get(EnvironmentReference reference, Key key) {
        Environment environment = resolver.environment(reference);
        return tx.configurations().find(environment.id(), key).orElseThrow(() -> absent(environment, key));
    }

    /** All values of the environment. */
    public Configuration list(EnvironmentReference reference) {
        return tx.configurations().current(resolver.environment(reference).id());
    }

    /**
     * Gives keys a value, all of them or none.
     *
     * @throws Failure RULE when a key would lie above another that has a value
     */
    public Revised set(Edit edit, List<KeyEdit> edits) {
        Environment environment = writer.writable(edit);
        Configuration before = tx.configurations().current(environment.id());
        return writer.write(environment, before, before.with(edits), edit);
    }

    /**
     * Takes the values that a file gives, all of them or none.
     *
     * @param replace whether every other value goes
     * @throws Failure RULE when a key would lie above another that has a value; what the values themselves say
     */
    public Revised load(Edit edit, GivenValues given, boolean replace) {
        Environment environment = writer.writable(edit);
        Configuration before = tx.configurations().current(environment.id());
        Configuration loaded =
                given.in(before, tx.secrets().current(environment.id()).keySet(), environment.reference());
        return writer.write(environment, before, replace ? loaded : before.with(loaded.values()), edit);
    }

    /**
     * Makes the environment's values these, and takes every other away.
     *
     * @throws Failure RULE when a key would lie above another that has a value
     */
    public Revised replace(Edit edit, Configuration after) {
        Environment environment = writer.writable(edit);
        return writer.write(environment, tx.configurations().current(environment.id()), after, edit);
    }

    /**
     * Says as early as possible what {@link #replace} would refuse whatever the environment has.
     *
     * @throws Failure RULE when a key lies above another
     */
    public static void check(Configuration after) {
        KeyRules.check(after.values().navigableKeySet(), Collections.emptyNavigableSet());
    }

    /**
     * The environment with its values, which an edit of it could begin with now.
     *
     * @throws Failure as the edit itself would
     */
    public EnvironmentDetails editable(Edit edit) {
        Environment environment = writer.writable(edit);
        return new EnvironmentDetails(environment, tx.configurations().current(environment.id()));
    }

    /**
     * Takes values away, all of them or none.
     *
     * @param ifExists whether a key that has none is as good
     * @throws Failure NOT_FOUND when a key has no value
     */
    public Revised unset(Edit edit, List<Key> keys, boolean ifExists) {
        Environment environment = writer.writable(edit);
        Configuration before = tx.configurations().current(environment.id());
        List<KeyEdit> edits = new ArrayList<>();
        for (Key key : keys) {
            if (!ifExists && before.get(key) == null) {
                throw absent(environment, key);
            }
            edits.add(new KeyEdit(key, null));
        }
        return writer.write(environment, before, before.with(edits), edit);
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
        String question = below.isEmpty()
                ? Nearest.question(key.path(), present)
                : "there is no value at '" + key + "' itself, but at " + String.join(", ", below);
        if (tx.secrets().find(environment.id(), key).isPresent()) {
            question = "it is a secret: orgctl secret reveal " + key + " --env " + environment.reference();
        }
        return new Failure(
                Failure.Kind.NOT_FOUND,
                environment.reference() + " has no value for '" + key + "'",
                question == null
                        ? "list what there is with: orgctl config list --env " + environment.reference()
                        : question);
    }
}
