package io.github.orgctl.core.configuration;

import io.github.orgctl.core.kernel.UnitOfWork;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.audit.AuditHead;
import io.github.orgctl.core.model.audit.EnvironmentDigest;
import io.github.orgctl.core.model.audit.RevisionProof;
import io.github.orgctl.core.model.configuration.ClosedGate;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Gate;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.Revision;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretChange;
import io.github.orgctl.core.model.configuration.SecretMark;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.FieldChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;

/**
 * An environment that has passed all guards and may be changed once. Whatever its configuration becomes is checked
 * against the rules of keys, the project's schema and the gates of live, and kept in the history and in the audit trail.
 */
public final class WritableEnvironment {
    private final UnitOfWork work;
    private final ProjectSchemas schemas;
    private final Environment environment;
    private final Edit edit;
    private final Action action;
    private Configuration values;
    private GateRules gates;

    /**
     * @param action what is going to be done
     */
    WritableEnvironment(UnitOfWork work, ProjectSchemas schemas, Environment environment, Edit edit, Action action) {
        this.work = work;
        this.schemas = schemas;
        this.environment = environment;
        this.edit = edit;
        this.action = action;
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
        List<KeyChange> changes = values().changesTo(after);
        if (changes.isEmpty()) {
            if (!settled.isEmpty()) {
                record(environment, changes, settled, null);
            }
            return new EnvironmentUpdate(environment, changes);
        }
        check(after, changes);
        refuseClosed(changes);
        return revise(changes, changes, settled, EnvironmentDigest.of(after, marks()));
    }

    /** The rule (RULE) that {@link #write(Configuration)} would find broken, or null. */
    public Failure breach(Configuration after) {
        try {
            check(after, values().changesTo(after));
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
        return new PendingUpdate(this, after);
    }

    UpdatePlan plan(Configuration after) {
        List<KeyChange> changes = values().changesTo(after);
        check(after, changes);
        return new UpdatePlan(environment, changes, closedGates(changes));
    }

    /** The gates that a change has to pass, opened or not. Only live has any. */
    public Set<Gate> gates(KeyChange change) {
        if (environment.mode() != Mode.LIVE) {
            return Set.of();
        }
        if (gates == null) {
            gates = new GateRules(schemas.policies(environment.projectId()), values());
        }
        return gates.of(change);
    }

    private List<ClosedGate> closedGates(List<KeyChange> changes) {
        Map<Key, Set<Gate>> needed = new TreeMap<>();
        for (KeyChange change : changes) {
            needed.put(change.key(), gates(change));
        }
        return ClosedGate.of(needed, edit.opened());
    }

    private void refuseClosed(List<KeyChange> changes) {
        Failure refusal = ClosedGate.refusal(environment.reference(), closedGates(changes));
        if (refusal != null) {
            throw refusal;
        }
    }

    private void check(Configuration after, List<KeyChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        NavigableSet<Key> secrets = work.tx().secrets().keys(environment.id());
        for (KeyChange change : changes) {
            KeyRules.refuseSecret(environment, change.key(), secrets);
        }
        KeyRules.check(after.values().navigableKeySet(), secrets);
        schemas.check(environment, values(), after);
    }

    /**
     * Changes secrets, as a new revision of the environment; makes none where there is nothing to change.
     *
     * @throws Failure RULE when a secret takes the key of a value, or breaks another rule of keys; REFUSED when a gate is
     *     closed to it
     */
    public EnvironmentUpdate write(List<SecretChange> secrets) {
        List<KeyChange> changes = secrets.stream().map(SecretChange::shown).toList();
        if (changes.isEmpty()) {
            return new EnvironmentUpdate(environment, changes);
        }
        NavigableSet<Key> valueKeys = values().values().navigableKeySet();
        NavigableMap<Key, SecretMark> marks = marks();
        for (SecretChange change : secrets) {
            KeyRules.refuseValue(environment, change.key(), valueKeys);
            if (change.after() == null) {
                marks.remove(change.key());
            } else {
                marks.put(change.key(), change.after().mark());
            }
        }
        KeyRules.check(valueKeys, marks.navigableKeySet());
        refuseClosed(changes);
        EnvironmentUpdate revised = revise(changes, List.of(), List.of(), EnvironmentDigest.of(values(), marks));
        work.tx().secrets().change(revised.environment(), secrets);
        return revised;
    }

    private NavigableMap<Key, SecretMark> marks() {
        NavigableMap<Key, SecretMark> marks = new TreeMap<>();
        for (Secret secret : work.tx().secrets().current(environment.id()).values()) {
            marks.put(secret.key(), secret.mark());
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
