package io.github.orgctl.core;

import io.github.orgctl.core.model.Configuration;
import io.github.orgctl.core.model.Environment;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.Key;
import io.github.orgctl.core.model.KeyChange;
import io.github.orgctl.core.model.Lock;
import io.github.orgctl.core.model.Revision;
import io.github.orgctl.core.model.SecretChange;
import io.github.orgctl.core.port.Tx;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;

/**
 * The one way to change an environment, whichever command does it. Every rule that guards such a change stands here:
 * live has to be named, a lock holds, a stale revision is refused, and what was changed is kept in the history.
 */
public final class EnvironmentWriter {
    private final Tx tx;
    private final Resolver resolver;
    private final Clock clock;
    private final String actor;
    private final ProjectSchemas schemas;

    /**
     * @param actor who makes the changes
     */
    public EnvironmentWriter(Tx tx, Resolver resolver, Clock clock, String actor, ProjectSchemas schemas) {
        this.tx = tx;
        this.resolver = resolver;
        this.clock = clock;
        this.actor = actor;
        this.schemas = schemas;
    }

    /**
     * The environment an edit names, which may be changed now.
     *
     * @throws Failure REFUSED when it is live and the command does not say so, or it is locked; CONFLICT when its
     *     revision is not the expected one
     */
    Environment writable(Edit edit) {
        Environment environment = resolver.writableEnvironment(edit.environment());
        Revisions.check(edit.expectedRevision(), environment.revision(), environment.reference());
        return unlocked(environment);
    }

    /**
     * @throws Failure REFUSED when a lock holds
     */
    Environment unlocked(Environment environment) {
        Environment now = environment.at(now());
        if (now.lock() != null) {
            Lock lock = now.lock();
            throw new Failure(
                    Failure.Kind.REFUSED,
                    environment.reference() + " is locked" + (lock.until() == null ? "" : " until " + lock.until())
                            + ": " + lock.reason(),
                    "lift the lock with: orgctl env unlock " + environment.reference());
        }
        return now;
    }

    /**
     * Makes one configuration of another, as a new revision of the environment; makes none where they are equal.
     *
     * @throws Failure RULE when the result breaks a rule of configurations, takes the key of a secret, or adds a
     *     violation of the project's schema
     */
    Revised write(Environment environment, Configuration before, Configuration after, Edit edit) {
        List<KeyChange> changes = before.changesTo(after);
        if (changes.isEmpty()) {
            return new Revised(environment, changes);
        }
        check(environment, before, after, changes);
        return revise(environment, changes, changes, edit);
    }

    /**
     * The rule (RULE) that {@link #write} would find broken, or null.
     */
    Failure breach(Environment environment, Configuration before, Configuration after) {
        try {
            check(environment, before, after, before.changesTo(after));
            return null;
        } catch (Failure broken) {
            if (broken.kind() != Failure.Kind.RULE) {
                throw broken;
            }
            return broken;
        }
    }

    private void check(Environment environment, Configuration before, Configuration after, List<KeyChange> changes) {
        NavigableSet<Key> secrets = tx.secrets().keys(environment.id());
        for (KeyChange change : changes) {
            KeyRules.refuseSecret(environment, change.key(), secrets);
        }
        KeyRules.check(after.values().navigableKeySet(), secrets);
        schemas.check(environment, before, after);
    }

    /**
     * Changes secrets, as a new revision of the environment; makes none where there is nothing to change.
     *
     * @throws Failure RULE when a secret takes the key of a value, or breaks another rule of keys
     */
    Revised write(Environment environment, List<SecretChange> secrets, Edit edit) {
        List<KeyChange> changes = secrets.stream().map(SecretChange::shown).toList();
        if (changes.isEmpty()) {
            return new Revised(environment, changes);
        }
        NavigableSet<Key> values =
                tx.configurations().current(environment.id()).values().navigableKeySet();
        NavigableSet<Key> keys = tx.secrets().keys(environment.id());
        for (SecretChange change : secrets) {
            KeyRules.refuseValue(environment, change.key(), values);
            if (change.after() == null) {
                keys.remove(change.key());
            } else {
                keys.add(change.key());
            }
        }
        KeyRules.check(values, keys);
        Revised revised = revise(environment, changes, List.of(), edit);
        tx.secrets().change(revised.environment(), secrets);
        return revised;
    }

    /**
     * @param values those of the changes that are of values
     */
    private Revised revise(Environment environment, List<KeyChange> changes, List<KeyChange> values, Edit edit) {
        Environment revised = environment.revised(now());
        List<Key> keys = changes.stream().map(KeyChange::key).toList();
        Revision revision = new Revision(revised.revision(), revised.updatedAt(), actor, edit.message(), keys);
        tx.configurations().revise(revised, revision, values);
        return new Revised(revised, changes);
    }

    Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
