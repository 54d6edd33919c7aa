package io.github.orgctl.core.document;

import io.github.orgctl.core.configuration.GateRules;
import io.github.orgctl.core.configuration.KeyPolicies;
import io.github.orgctl.core.document.PlannedChange.Operation;
import io.github.orgctl.core.document.PlannedChange.Resource;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.audit.EnvironmentDigest;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Gate;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretMark;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.port.Tx;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Compares one environment with what a document says about it. */
final class EnvironmentPlanner {
    private final Tx tx;
    private final PlanNotes notes;
    private final boolean deletes;
    private final String address;
    private final Mode mode;
    private final Target target;
    private final Supplier<KeyPolicies> policies;
    private final Environment before;
    private Configuration values = Configuration.EMPTY;
    private NavigableMap<Key, Secret> secrets = new TreeMap<>();
    private GateRules liveGates;

    /**
     * @param deletes whether what the document lacks goes
     * @param address of the environment in the documents
     * @param project as it is in the store, or null where it is created
     * @param policies what the schema says of keys; asked for live only
     * @param target what the rights to change it are asked of, or null where none are needed yet
     */
    EnvironmentPlanner(
            Tx tx,
            PlanNotes notes,
            boolean deletes,
            String address,
            Mode mode,
            Project project,
            Target target,
            Supplier<KeyPolicies> policies) {
        this.tx = tx;
        this.notes = notes;
        this.deletes = deletes;
        this.address = address;
        this.mode = mode;
        this.target = target;
        this.policies = policies;
        this.before = project == null
                ? null
                : tx.environments().find(project.id(), mode).orElseThrow();
    }

    /** What must be done, or null for nothing. */
    PlannedWork.OfEnvironment plan(EnvironmentDocument document) {
        int entries = notes.entries.size();
        boolean isNew = before == null || before.revision() == 1;
        Configuration after = null;
        if (document.configuration() != null) {
            require(Action.CONFIG_LIST);
            values = isNew ? Configuration.EMPTY : tx.configurations().current(before.id());
            after = after(document.configuration());
        }
        NavigableMap<Key, SecretReference> references = new TreeMap<>();
        List<Key> unset = new ArrayList<>();
        if (document.secrets() != null) {
            require(Action.SECRET_LIST);
            secrets = isNew ? new TreeMap<>() : tx.secrets().current(before.id());
            planSecrets(document.secrets(), references, unset);
        }
        boolean changes = after != null || !references.isEmpty() || !unset.isEmpty();
        if (changes && notes.entries.size() > entries && before != null) {
            notes.rest(address, state(document));
        }
        return changes ? new PlannedWork.OfEnvironment(mode, after, references, unset) : null;
    }

    private void require(Action action) {
        if (target != null) {
            notes.require(action, target);
        }
    }

    /** Its revision, and what it holds: revisions alone repeat after a restore. */
    private String state(EnvironmentDocument document) {
        Configuration held =
                document.configuration() == null ? tx.configurations().current(before.id()) : values;
        Map<Key, Secret> sealed = document.secrets() == null ? tx.secrets().current(before.id()) : secrets;
        NavigableMap<Key, SecretMark> marks = new TreeMap<>();
        sealed.forEach((key, secret) -> marks.put(key, secret.mark()));
        return "revision " + before.revision() + " " + EnvironmentDigest.of(held, marks);
    }

    /** All values then, or null where they stay as they are. */
    private Configuration after(NavigableMap<Key, Value> wanted) {
        NavigableMap<Key, Value> after = new TreeMap<>(wanted);
        for (Map.Entry<Key, Value> entry : values.values().entrySet()) {
            if (!wanted.containsKey(entry.getKey()) && !deletes) {
                after.put(entry.getKey(), entry.getValue());
                notes.add(
                        Operation.KEEP,
                        Resource.CONFIGURATION,
                        address,
                        entry.getKey().path(),
                        entry.getValue().json(),
                        null,
                        ChangeGate.DELETE);
            }
        }
        Configuration then = new Configuration(after);
        List<KeyChange> changes = values.changesTo(then);
        for (KeyChange change : changes) {
            add(change);
        }
        if (!changes.isEmpty()) {
            require(Action.CONFIG_IMPORT);
        }
        return changes.isEmpty() ? null : then;
    }

    private void add(KeyChange change) {
        Operation operation = change.before() == null
                ? Operation.CREATE
                : change.after() == null ? Operation.DELETE : Operation.UPDATE;
        notes.add(
                operation,
                Resource.CONFIGURATION,
                address,
                change.key().path(),
                change.before() == null ? null : change.before().json(),
                change.after() == null ? null : change.after().json(),
                gates(change));
    }

    private ChangeGate[] gates(KeyChange change) {
        Set<ChangeGate> gates = EnumSet.noneOf(ChangeGate.class);
        if (change.after() == null) {
            gates.add(ChangeGate.DELETE);
        }
        if (mode == Mode.LIVE) {
            gates.add(ChangeGate.LIVE);
            if (liveGates == null) {
                liveGates = new GateRules(policies.get(), values);
            }
            for (Gate gate : liveGates.of(change)) {
                gates.add(ChangeGate.of(gate));
            }
        }
        return gates.toArray(new ChangeGate[0]);
    }

    private void planSecrets(
            NavigableMap<Key, SecretDocument> wanted, Map<Key, SecretReference> references, List<Key> unset) {
        for (Map.Entry<Key, SecretDocument> entry : wanted.entrySet()) {
            SecretReference reference = entry.getValue().reference();
            Secret present = secrets.get(entry.getKey());
            if (reference == null) {
                if (present == null) {
                    notes.missingSecret(address + " " + entry.getKey());
                }
            } else if (present == null || !present.mark().text().equals(reference.toString())) {
                references.put(entry.getKey(), reference);
                addSecret(entry.getKey(), present, reference);
            }
        }
        for (Secret present : secrets.values()) {
            if (!wanted.containsKey(present.key())) {
                if (deletes) {
                    unset.add(present.key());
                }
                addSecret(present.key(), present, null);
            }
        }
        if (!references.isEmpty()) {
            require(Action.SECRET_SET);
        }
        if (!unset.isEmpty()) {
            require(Action.SECRET_UNSET);
        }
    }

    private void addSecret(Key key, Secret present, SecretReference reference) {
        Operation operation = reference != null
                ? present == null ? Operation.CREATE : Operation.UPDATE
                : deletes ? Operation.DELETE : Operation.KEEP;
        List<ChangeGate> gates = new ArrayList<>();
        if (mode == Mode.LIVE && operation != Operation.KEEP) {
            gates.add(ChangeGate.LIVE);
        }
        if (reference == null) {
            gates.add(ChangeGate.DELETE);
        }
        if (mode == Mode.LIVE && operation != Operation.KEEP && policies.get().isCritical(key)) {
            gates.add(ChangeGate.CRITICAL);
        }
        notes.add(
                operation,
                Resource.SECRET,
                address,
                key.path(),
                present == null ? null : PlanNotes.json(document(present)),
                PlanNotes.json(reference),
                gates.toArray(new ChangeGate[0]));
    }

    /** What a document says of a secret that the store has. */
    static SecretDocument document(Secret secret) {
        return new SecretDocument(secret.isReference() ? secret.reference() : null);
    }
}
