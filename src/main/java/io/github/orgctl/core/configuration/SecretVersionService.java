package io.github.orgctl.core.configuration;

import io.github.orgctl.core.kernel.AuditTrail;
import io.github.orgctl.core.kernel.Resolver;
import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretChange;
import io.github.orgctl.core.model.configuration.SecretMark;
import io.github.orgctl.core.model.configuration.SecretPolicy;
import io.github.orgctl.core.model.configuration.SecretVersion;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import io.github.orgctl.core.port.SecretSource;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.port.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What can be done with the versions of secrets, and the rules for it. */
public final class SecretVersionService {
    private final Tx tx;
    private final Resolver resolver;
    private final EnvironmentWriter writer;
    private final AuditTrail trail;
    private final SecretSeals seals;
    private final SecretFinder finder;

    /**
     * @param vault what encrypts the values that are kept
     * @param source what reads the values that are kept elsewhere
     */
    public SecretVersionService(UnitOfWork work, EnvironmentWriter writer, Vault vault, SecretSource source) {
        this.tx = work.tx();
        this.resolver = work.resolver();
        this.writer = writer;
        this.trail = work.trail();
        this.seals = new SecretSeals(work, vault, source);
        this.finder = new SecretFinder(tx);
    }

    /**
     * The versions of a secret that are kept, the newest first; none of them is decrypted. A secret that was removed has
     * them, too.
     *
     * @throws Failure NOT_FOUND when there is no such secret, and was none
     */
    public List<SecretVersion> history(EnvironmentReference reference, Key key) {
        return versions(resolver.environment(reference, Action.SECRET_HISTORY), key);
    }

    private List<SecretVersion> versions(Environment environment, Key key) {
        List<SecretVersion> versions = tx.secretVersions().all(environment.id(), key);
        if (versions.isEmpty()) {
            throw finder.absent(environment, key);
        }
        return versions;
    }

    /**
     * The value of one version.
     *
     * @throws Failure NOT_FOUND when there is no such version, or nothing where it refers to; DAMAGED when it can't be
     *     decrypted
     */
    public String reveal(EnvironmentReference reference, Key key, long version) {
        Environment environment = resolver.environment(reference, Action.SECRET_REVEAL_VERSION);
        String value = seals.value(environment, version(environment, key, version));
        trail.record(
                Action.SECRET_REVEAL_VERSION,
                Target.of(environment),
                List.of(new FieldChange(key.path(), null, null), FieldChange.added("#version", version)));
        return value;
    }

    /**
     * Makes the value of an earlier version the present one again, as a new version. Nobody gets to see it, so that the
     * right to set secrets is enough.
     *
     * @throws Failure NOT_FOUND when there is no such version; and as a change of secrets does
     */
    public EnvironmentUpdate rollback(Edit edit, Key key, long to) {
        WritableEnvironment target = writer.open(edit, Action.SECRET_ROLLBACK);
        Environment environment = target.environment();
        Secret version = version(environment, key, to);
        Secret before = tx.secrets().find(environment.id(), key).orElse(null);
        Secret after = seals.restore(environment, version, key, before);
        return target.write(after.equals(before) ? List.of() : List.of(seals.change(environment, before, after)));
    }

    /**
     * Encrypts all versions of a secret for another key. If that key has versions already, the numbers continue after
     * theirs.
     */
    NavigableMap<Long, Secret> moved(Environment environment, Key key, Key other) {
        List<SecretVersion> own = tx.secretVersions().all(environment.id(), other);
        long newest = own.isEmpty() ? 0 : own.get(0).number();
        NavigableMap<Long, Secret> moved = new TreeMap<>();
        for (SecretVersion version : tx.secretVersions().all(environment.id(), key)) {
            moved.put(version.number(), seals.moved(environment, version.secret(), other, newest + version.number()));
        }
        return moved;
    }

    /** The change that adds a secret. */
    SecretChange added(Environment environment, Secret secret) {
        return seals.change(environment, null, secret);
    }

    private Secret version(Environment environment, Key key, long number) {
        for (SecretVersion version : versions(environment, key)) {
            if (version.number() == number) {
                return version.secret();
            }
        }
        throw new Failure(
                Failure.Kind.NOT_FOUND,
                "no version " + number + " of the secret '" + key + "' of " + environment.reference() + " is kept",
                Advice.LIST_SECRET_VERSIONS.of(key, environment.reference()));
    }

    /**
     * Removes secrets with all their versions for good, all of them or none.
     *
     * @param ifExists whether a key of which nothing is kept is as good
     * @throws Failure NOT_FOUND when nothing is kept of one
     */
    public EnvironmentUpdate purge(Edit edit, List<Key> keys, boolean ifExists) {
        WritableEnvironment target = writer.open(edit.opening(Gate.DELETE), Action.SECRET_PURGE);
        Environment environment = target.environment();
        List<SecretChange> changes = new ArrayList<>();
        Map<Key, Long> newest = new TreeMap<>();
        for (Key key : new TreeSet<>(keys)) {
            List<SecretVersion> versions = tx.secretVersions().all(environment.id(), key);
            if (versions.isEmpty() && !ifExists) {
                throw finder.absent(environment, key);
            }
            if (!versions.isEmpty()) {
                newest.put(key, versions.get(0).number());
                if (versions.get(0).current()) {
                    changes.add(new SecretChange(key, versions.get(0).secret(), null));
                }
            }
        }
        target.telling(newest.keySet().stream()
                .map(key -> FieldChange.added(key + "#purged", newest.get(key)))
                .toList());
        EnvironmentUpdate update = target.write(changes);
        long deleted = 0;
        for (Map.Entry<Key, Long> each : newest.entrySet()) {
            deleted += tx.secretVersions().deleteUpTo(environment.id(), each.getKey(), each.getValue());
            tx.secretVersions().deletePolicy(environment.id(), each.getKey());
        }
        return update.and(deleted, List.of());
    }

    /**
     * Plans to give an environment the values and secrets of an earlier revision, in one revision.
     *
     * @param values those of that revision
     * @param marks what stands for its secrets
     */
    public RestoredSecrets restore(
            WritableEnvironment target, Configuration values, Map<Key, SecretMark> marks, long revision) {
        Environment environment = target.environment();
        Map<Key, Secret> present = tx.secrets().current(environment.id());
        Map<Key, Secret> kept = tx.secretVersions().at(environment.id(), revision);
        RenamedVersions renamed = new RenamedVersions(tx, seals, environment, revision);
        List<SecretChange> changes = new ArrayList<>();
        List<Key> lost = new ArrayList<>();
        Map<Key, Key> moved = new TreeMap<>();
        marks.forEach((key, mark) -> {
            Secret before = present.get(key);
            if (before != null && before.mark().equals(mark)) {
                return;
            }
            Secret version = kept.containsKey(key) ? kept.get(key) : renamed.find(key, mark);
            if (version == null) {
                lost.add(key);
                return;
            }
            if (!version.key().equals(key)) {
                moved.put(key, version.key());
            }
            Secret after = seals.restore(environment, version, key, before);
            if (!after.equals(before)) {
                changes.add(seals.change(environment, before, after));
            }
        });
        for (Secret secret : present.values()) {
            if (!marks.containsKey(secret.key())) {
                changes.add(new SecretChange(secret.key(), secret, null));
            }
        }
        return new RestoredSecrets(target.pending(values, changes, () -> copyPolicies(environment, moved)), lost);
    }

    /** Policies were moved with the versions. */
    private void copyPolicies(Environment environment, Map<Key, Key> moved) {
        if (!moved.isEmpty()) {
            Map<Key, SecretPolicy> policies = tx.secretVersions().policies(environment.id());
            moved.forEach((key, holder) -> {
                if (policies.containsKey(holder) && !policies.containsKey(key)) {
                    tx.secretVersions().put(environment.id(), key, policies.get(holder));
                }
            });
        }
    }
}
