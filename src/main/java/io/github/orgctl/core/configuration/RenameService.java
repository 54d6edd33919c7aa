package io.github.orgctl.core.configuration;

import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretChange;
import io.github.orgctl.core.model.configuration.SecretPolicy;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Tx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Renames the keys of values and of secrets. */
public final class RenameService {
    private final Tx tx;
    private final EnvironmentWriter writer;
    private final ConfigurationService configurations;
    private final SecretService secrets;
    private final SecretVersionService versions;

    public RenameService(
            UnitOfWork work,
            EnvironmentWriter writer,
            ConfigurationService configurations,
            SecretService secrets,
            SecretVersionService versions) {
        this.tx = work.tx();
        this.writer = writer;
        this.configurations = configurations;
        this.secrets = secrets;
        this.versions = versions;
    }

    /**
     * Gives a value or a secret another key, with its note, the versions of a secret and what is asked of it, and the
     * references of the environment's own templates, as one revision. Naming the key opens the gate to delete it.
     *
     * @throws Failure REFUSED when templates elsewhere refer to it; NOT_FOUND when the key has no value; CONFLICT when the other has one; RULE when the other would lie
     *     above or below a third, be exported under the same name, or break the schema
     */
    public EnvironmentUpdate rename(Edit edit, Key key, Key other) {
        WritableEnvironment target = writer.open(edit.opening(Gate.DELETE), Action.CONFIG_RENAME);
        Environment environment = target.environment();
        Value value = target.values().get(key);
        Secret secret = tx.secrets().find(environment.id(), key).orElse(null);
        if (value == null && secret == null) {
            throw configurations.absent(environment, key);
        }
        refuseTaken(target, key, other);
        tx.notes().rename(environment.id(), key, other);
        KeyRename rename = new KeyRename(environment, key, other);
        Configuration after = rename.in(target.values());
        List<SecretChange> changes = templates(environment, rename);
        if (secret != null) {
            return move(target, after, changes, secret, other);
        }
        return target.write(after, changes, List.of());
    }

    /** The secrets that refer to the key, except the one that has it. */
    private List<SecretChange> templates(Environment environment, KeyRename rename) {
        List<SecretChange> changes = new ArrayList<>();
        for (Secret template : tx.secrets().current(environment.id()).values()) {
            if (template.template() && !template.key().equals(rename.before())) {
                secrets.change(environment, template.key(), rename.in(secrets.input(environment, template)))
                        .ifPresent(changes::add);
            }
        }
        return changes;
    }

    /** Values are encrypted for their key, so every version is encrypted again. No version is pruned. */
    private EnvironmentUpdate move(
            WritableEnvironment target, Configuration after, List<SecretChange> templates, Secret secret, Key other) {
        Environment environment = target.environment();
        NavigableMap<Long, Secret> moved = versions.moved(environment, secret.key(), other);
        List<SecretChange> changes = new ArrayList<>(templates);
        changes.add(new SecretChange(secret.key(), secret, null));
        changes.add(versions.added(environment, moved.get(secret.version())));
        changes.sort(Comparator.comparing(SecretChange::key));
        EnvironmentUpdate update = target.change(after, changes, List.of());
        tx.secretVersions().move(environment.id(), secret.key(), moved);
        movePolicy(environment, secret.key(), other);
        return update.and(target.prune(templates), List.of());
    }

    /** The policy of an earlier secret with the new key does not apply to this one. */
    private void movePolicy(Environment environment, Key key, Key other) {
        SecretPolicy policy = tx.secretVersions().policies(environment.id()).get(key);
        tx.secretVersions().deletePolicy(environment.id(), other);
        if (policy != null) {
            tx.secretVersions().put(environment.id(), other, policy);
            tx.secretVersions().deletePolicy(environment.id(), key);
        }
    }

    private void refuseTaken(WritableEnvironment target, Key key, Key other) {
        NavigableSet<Key> all = new TreeSet<>(target.values().values().keySet());
        all.addAll(tx.secrets().keys(target.environment().id()));
        if (all.contains(other)) {
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    target.environment().reference() + " already has a value for '" + other + "'",
                    "choose another key, or remove that one first");
        }
        all.remove(key);
        all.add(other);
        for (Failure collision : KeyRules.collisions(List.of(other), all)) {
            throw collision;
        }
    }
}
