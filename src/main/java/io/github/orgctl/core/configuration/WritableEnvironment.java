package io.github.orgctl.core.configuration;

import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.audit.AuditHead;
import io.github.orgctl.core.model.audit.EnvironmentDigest;
import io.github.orgctl.core.model.audit.RevisionProof;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.Revision;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretChange;
import io.github.orgctl.core.model.configuration.SecretMark;
import io.github.orgctl.core.model.configuration.SecretPolicy;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.promotion.ClosedGate;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An environment that has passed all guards and may be changed once. Whatever its configuration becomes is checked
 * against the rules of keys, the project's schema and the gates of live, and kept in the history and in the audit log.
 */
public final class WritableEnvironment {
    private final UnitOfWork work;
    private final ProjectSchemas schemas;
    private final Environment environment;
    private final Edit edit;
    private final Action action;
    private final TemplateWrites templates;
    private List<FieldChange> details = List.of();
    private Configuration values;
    private LiveGates gates;

    /**
     * @param action what is going to be done
     */
    WritableEnvironment(UnitOfWork work, ProjectSchemas schemas, Environment environment, Edit edit, Action action) {
        this.work = work;
        this.schemas = schemas;
        this.environment = environment;
        this.edit = edit;
        this.action = action;
        this.templates = new TemplateWrites(work, environment, edit.breaksReferences());
    }

    public Environment environment() {
        return environment;
    }

    /** The environment's values before the change. */
    public Configuration values() {
        if (values == null) {
            values = work.tx().configurations().current(environment.id());
        }
        return values;
    }

    /**
     * Makes the configuration this one, as a new revision of the environment; makes none where it is so already.
     *
     * @throws Failure RULE when it breaks a rule of configurations, takes the key of a secret, or adds a violation of the
     *     project's schema; REFUSED when a gate is closed to it
     */
    public EnvironmentUpdate write(Configuration after) {
        return write(after, List.of());
    }

    /**
     * The same, and leaves an event even where it makes no revision.
     *
     * @param settled keys whose values stay, and of which something else changes that has to be told
     */
    public EnvironmentUpdate write(Configuration after, List<Key> settled) {
        return write(after, List.of(), settled);
    }

    /**
     * Changes secrets, as a new revision of the environment; makes none where there is nothing to change.
     *
     * @throws Failure RULE when a secret takes the key of a value, or breaks another rule of keys; REFUSED when a gate is
     *     closed to it
     */
    public EnvironmentUpdate write(List<SecretChange> secrets) {
        return write(values(), secrets, List.of());
    }

    /** Makes the configuration this one and changes secrets, in one revision. */
    EnvironmentUpdate write(Configuration given, List<SecretChange> secrets, List<Key> settled) {
        return change(given, secrets, settled).and(prune(secrets), List.of());
    }

    /** Writes like {@link #write} without pruning versions of secrets. */
    EnvironmentUpdate change(Configuration given, List<SecretChange> secrets, List<Key> settled) {
        Configuration after = templates.bound(given);
        List<KeyChange> ofValues = values().changesTo(after);
        List<KeyChange> changes = all(ofValues, secrets);
        if (changes.isEmpty()) {
            if (!settled.isEmpty() || !details.isEmpty()) {
                record(environment, changes, settled, null);
            }
            return new EnvironmentUpdate(environment, changes);
        }
        check(after, ofValues, secrets);
        refuseClosed(after, changes);
        EnvironmentUpdate revised = revise(changes, ofValues, settled, EnvironmentDigest.of(after, marks(secrets)));
        templates.keep(ofValues, secrets);
        if (!secrets.isEmpty()) {
            work.tx().secrets().change(revised.environment(), secrets);
        }
        return revised;
    }

    /** Adds to what the event of the change tells; with nothing else to change there is an event for it alone. */
    void telling(List<FieldChange> more) {
        details = more;
    }

    /** Deletes versions beyond the number that is to be kept of each secret. */
    long prune(List<SecretChange> secrets) {
        if (secrets.isEmpty()) {
            return 0;
        }
        Map<Key, SecretPolicy> policies = work.tx().secretVersions().policies(environment.id());
        long deleted = 0;
        for (SecretChange change : secrets) {
            Secret newest = change.after() == null ? change.before() : change.after();
            deleted += prune(change.key(), newest.version(), policies.getOrDefault(change.key(), SecretPolicy.NONE));
        }
        return deleted;
    }

    long prune(Key key, long newest, SecretPolicy policy) {
        long last = newest - policy.versions();
        return last < 1 ? 0 : work.tx().secretVersions().deleteUpTo(environment.id(), key, last);
    }

    private static List<KeyChange> all(List<KeyChange> ofValues, List<SecretChange> secrets) {
        if (secrets.isEmpty()) {
            return ofValues;
        }
        List<KeyChange> changes = new ArrayList<>(ofValues);
        for (SecretChange secret : secrets) {
            changes.add(secret.shown());
        }
        Collections.sort(changes);
        return changes;
    }

    /** The rule (RULE) that {@link #write(Configuration)} would find broken, or null. */
    public Failure breach(Configuration given) {
        try {
            Configuration after = templates.bound(given);
            check(after, values().changesTo(after), List.of());
            return null;
        } catch (Failure broken) {
            if (broken.kind() != Failure.Kind.RULE) {
                throw broken;
            }
            return broken;
        }
    }

    /**
     * Makes the configuration this one as part of a bulk change, which on live has to be confirmed.
     *
     * @throws Failure RULE as {@link #write(Configuration)}
     */
    public PendingUpdate pending(Configuration after) {
        return pending(after, List.of());
    }

    /** The same with changes of secrets in the same revision. */
    public PendingUpdate pending(Configuration after, List<SecretChange> secrets) {
        return pending(after, secrets, () -> {});
    }

    /**
     * Changes secrets as part of a bulk change, which on live has to be confirmed.
     *
     * @param made runs once the change is made, unless there is nothing to change
     * @throws Failure RULE as {@link #write(List)}
     */
    PendingUpdate pending(List<SecretChange> secrets, Runnable made) {
        return pending(values(), secrets, made);
    }

    PendingUpdate pending(Configuration after, List<SecretChange> secrets, Runnable made) {
        return new PendingUpdate(plan(after, secrets), () -> {
            EnvironmentUpdate update = write(after, secrets, List.of());
            if (!secrets.isEmpty()) {
                made.run();
            }
            return update;
        });
    }

    /**
     * Collects everything that {@link #write(Configuration, List, List)} would refuse, and keys that programs can't tell
     * apart.
     */
    void inspect(Configuration given, List<SecretChange> secrets, Problems problems) {
        Configuration after = templates.bound(given);
        List<KeyChange> ofValues = values().changesTo(after);
        NavigableSet<Key> keys = work.tx().secrets().keys(environment.id());
        for (KeyChange change : ofValues) {
            problems.collect(() -> KeyRules.refuseSecret(environment, change.key(), keys));
        }
        for (SecretChange change : secrets) {
            problems.collect(() -> KeyRules.refuseValue(
                    environment, change.key(), values().values().navigableKeySet()));
        }
        List<KeyChange> changes = all(ofValues, secrets);
        problems.collect(() -> templates.check(ofValues, secrets));
        problems.add(templates.broken(changes));
        boolean isTree = inspectKeys(changes, after.values().navigableKeySet(), afterwards(keys, secrets), problems);
        if (isTree && !ofValues.isEmpty()) {
            problems.collect(() -> schemas.check(environment, values(), after));
        }
        inspectGates(after, changes, problems);
    }

    /** The keys of secrets once these changes are made. */
    private static NavigableSet<Key> afterwards(NavigableSet<Key> keys, List<SecretChange> secrets) {
        NavigableSet<Key> afterwards = new TreeSet<>(keys);
        for (SecretChange change : secrets) {
            if (change.after() == null) {
                afterwards.remove(change.key());
            } else {
                afterwards.add(change.key());
            }
        }
        return afterwards;
    }

    /** Tells whether no key lies below another, so that a schema can judge them. */
    private static boolean inspectKeys(
            List<KeyChange> changes, NavigableSet<Key> values, NavigableSet<Key> secrets, Problems problems) {
        NavigableSet<Key> all = new TreeSet<>(values);
        all.addAll(secrets);
        List<Failure> overlaps = KeyRules.overlaps(all);
        overlaps.forEach(problems::add);
        KeyRules.problems(changes, all).forEach(problems::add);
        return overlaps.isEmpty();
    }

    /** Gates are told with the plan, unless something else stands in the way of it. */
    private void inspectGates(Configuration after, List<KeyChange> changes, Problems problems) {
        if (!problems.isEmpty()) {
            problems.add(ClosedGate.refusal(environment.reference(), closedGates(after, changes)));
        }
    }

    private UpdatePlan plan(Configuration given, List<SecretChange> secrets) {
        Configuration after = templates.bound(given);
        List<KeyChange> ofValues = values().changesTo(after);
        List<KeyChange> changes = all(ofValues, secrets);
        check(after, ofValues, secrets);
        return new UpdatePlan(environment, changes, closedGates(after, changes));
    }

    /** The gates that each key has to pass, opened or not. Only live has any. */
    public Map<Key, Set<Gate>> gates(Configuration after, List<KeyChange> changes) {
        if (environment.mode() != Mode.LIVE) {
            return Map.of();
        }
        if (gates == null) {
            gates = new LiveGates(work, environment, schemas.policies(environment.projectId()), values());
        }
        return gates.of(after, changes);
    }

    private List<ClosedGate> closedGates(Configuration after, List<KeyChange> changes) {
        return ClosedGate.of(gates(after, changes), edit.opened());
    }

    private void refuseClosed(Configuration after, List<KeyChange> changes) {
        Failure refusal = ClosedGate.refusal(environment.reference(), closedGates(after, changes));
        if (refusal != null) {
            throw refusal;
        }
    }

    private void check(Configuration after, List<KeyChange> ofValues, List<SecretChange> secrets) {
        if (ofValues.isEmpty() && secrets.isEmpty()) {
            return;
        }
        NavigableSet<Key> keys = work.tx().secrets().keys(environment.id());
        for (KeyChange change : ofValues) {
            KeyRules.refuseSecret(environment, change.key(), keys);
        }
        for (SecretChange change : secrets) {
            KeyRules.refuseValue(environment, change.key(), values().values().navigableKeySet());
        }
        NavigableSet<Key> then = afterwards(keys, secrets);
        KeyRules.check(after.values().navigableKeySet(), then);
        then.addAll(after.values().navigableKeySet());
        List<KeyChange> changes = all(ofValues, secrets);
        KeyRules.checkAdded(changes, then);
        templates.check(ofValues, secrets);
        Failure broken = templates.broken(changes);
        if (broken != null) {
            throw broken;
        }
        if (!ofValues.isEmpty()) {
            schemas.check(environment, values(), after);
        }
    }

    private NavigableMap<Key, SecretMark> marks(List<SecretChange> changes) {
        NavigableMap<Key, SecretMark> marks = new TreeMap<>();
        for (Secret secret : work.tx().secrets().current(environment.id()).values()) {
            marks.put(secret.key(), secret.mark());
        }
        for (SecretChange change : changes) {
            if (change.after() == null) {
                marks.remove(change.key());
            } else {
                marks.put(change.key(), change.after().mark());
            }
        }
        return marks;
    }

    /**
     * @param ofValues those of the changes that are of values
     * @param digest that of all that the environment holds then
     */
    private EnvironmentUpdate revise(
            List<KeyChange> changes, List<KeyChange> ofValues, List<Key> settled, String digest) {
        Environment revised = environment.revised(work.now());
        List<Key> keys = changes.stream().map(KeyChange::key).toList();
        Revision revision = new Revision(
                revised.revision(), revised.updatedAt(), work.access().name(), edit.message(), keys);
        AuditHead event = record(revised, changes, settled, digest);
        work.tx().configurations().revise(revised, revision, new RevisionProof(digest, event), ofValues);
        return new EnvironmentUpdate(revised, changes);
    }

    private AuditHead record(Environment after, List<KeyChange> changes, List<Key> settled, String digest) {
        List<FieldChange> fields = new ArrayList<>(changes.size() + 3);
        for (KeyChange change : changes) {
            fields.add(
                    new FieldChange(change.key().path(), text(change, change.before()), text(change, change.after())));
        }
        // No key begins with that character.
        fields.addAll(new FieldChange.Collector()
                .add("#settled", null, joined(settled))
                .add("#revision", environment.revision(), after.revision())
                .add("#message", null, edit.message())
                .add(RevisionProof.FIELD, null, digest)
                .changes());
        fields.addAll(details);
        return work.trail().record(action, Target.of(environment), fields);
    }

    private static String joined(List<Key> keys) {
        StringBuilder text = new StringBuilder();
        for (Key key : keys) {
            text.append(text.length() == 0 ? "" : ", ").append(key);
        }
        return text.toString();
    }

    /** A value as its JSON. What stands for a secret is none, so that no value looks like it. */
    private static String text(KeyChange change, Value value) {
        if (value == null) {
            return null;
        }
        return change.secret() ? value.text() : value.json();
    }
}
