package io.github.orgctl.core.document;

import io.github.orgctl.core.configuration.GateRules;
import io.github.orgctl.core.configuration.KeyPolicies;
import io.github.orgctl.core.configuration.LiveGates;
import io.github.orgctl.core.document.PlannedChange.Operation;
import io.github.orgctl.core.document.PlannedChange.Resource;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.audit.EnvironmentDigest;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.Secret;
import io.github.orgctl.core.model.configuration.SecretMark;
import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.core.reference.BrokenReferences;
import io.github.orgctl.core.reference.ReferenceBinder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Compares an environment with a document. */
final class EnvironmentPlanner {
    private final Planning planning;
    private final Tx tx;
    private final PlanNotes notes;
    private final boolean deletes;
    private final String address;
    private final Slug organization;
    private final Mode mode;
    private final Target target;
    private final Supplier<KeyPolicies> policies;
    private final Environment before;
    private Configuration values = Configuration.EMPTY;
    private NavigableMap<Key, Secret> secrets = new TreeMap<>();

    /**
     * @param address address of the environment in the documents
     * @param organization slug of the project's organization after the change
     * @param project the existing project, or null if it is to be created
     * @param policies key policies of the schema; evaluated for live only
     * @param target access target for checking rights, or null if none are needed yet
     */
    EnvironmentPlanner(
            Planning planning,
            String address,
            Slug organization,
            Mode mode,
            Project project,
            Target target,
            Supplier<KeyPolicies> policies) {
        this.planning = planning;
        this.tx = planning.tx();
        this.notes = planning.notes();
        this.deletes = planning.deletes();
        this.address = address;
        this.organization = organization;
        this.mode = mode;
        this.target = target;
        this.policies = policies;
        this.before = project == null
                ? null
                : tx.environments().find(project.id(), mode).orElseThrow();
    }

    /** The planned changes, or null if there are none. */
    PlannedWork.OfEnvironment plan(EnvironmentDocument document) {
        int entries = notes.entries.size();
        boolean isNew = before == null || before.isNew();
        Configuration after = null;
        if (document.configuration() != null) {
            require(Action.CONFIG_LIST);
            values = isNew ? Configuration.EMPTY : tx.configurations().current(before.id());
            after = after(bound(document.configuration()));
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
            notes.dependOn(address, state(document));
        }
        return changes ? new PlannedWork.OfEnvironment(mode, after, references, unset) : null;
    }

    private void require(Action action) {
        if (target != null) {
            notes.require(action, target);
        }
    }

    /** Revision and content. Revisions alone are not unique after a restore. */
    private String state(EnvironmentDocument document) {
        Configuration held =
                document.configuration() == null ? tx.configurations().current(before.id()) : values;
        Map<Key, Secret> sealed = document.secrets() == null ? tx.secrets().current(before.id()) : secrets;
        NavigableMap<Key, SecretMark> marks = new TreeMap<>();
        sealed.forEach((key, secret) -> marks.put(key, secret.mark()));
        return "revision " + before.revision() + " " + EnvironmentDigest.of(held, marks);
    }

    /** The values with the environments found that templates name, unless the plan creates them. */
    private NavigableMap<Key, Value> bound(NavigableMap<Key, Value> wanted) {
        ReferenceBinder binder = new ReferenceBinder(planning.work(), organization, mode);
        NavigableMap<Key, Value> bound = new TreeMap<>(wanted);
        for (Map.Entry<Key, Value> entry : bound.entrySet()) {
            if (entry.getValue().isUnbound()) {
                entry.setValue(binder.boundIfFound(entry.getKey(), entry.getValue()));
            }
        }
        return bound;
    }

    /** All values after the change, or null if they are unchanged. */
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
        Map<Key, Set<Gate>> gates = liveGates(then, changes);
        Set<Key> broken = broken(changes);
        for (KeyChange change : changes) {
            add(change, gates.getOrDefault(change.key(), Set.of()), broken.contains(change.key()));
        }
        if (!changes.isEmpty()) {
            require(Action.CONFIG_IMPORT);
        }
        return changes.isEmpty() ? null : then;
    }

    private Map<Key, Set<Gate>> liveGates(Configuration then, List<KeyChange> changes) {
        Map<Key, Set<Gate>> gates = new TreeMap<>();
        if (mode != Mode.LIVE) {
            return gates;
        }
        if (before != null) {
            return new LiveGates(planning.work(), before, policies.get(), values).of(then, changes);
        }
        GateRules rules = new GateRules(policies.get(), values);
        changes.forEach(change -> gates.put(change.key(), rules.of(change)));
        return gates;
    }

    /** The keys that go and that templates refer to. */
    private Set<Key> broken(List<KeyChange> changes) {
        Set<Key> removed = new TreeSet<>();
        Set<Key> changed = new TreeSet<>();
        for (KeyChange change : changes) {
            changed.add(change.key());
            if (change.after() == null) {
                removed.add(change.key());
            }
        }
        return removed.isEmpty() ? removed : new BrokenReferences(planning.work()).targets(before, removed, changed);
    }

    private void add(KeyChange change, Set<Gate> live, boolean breaks) {
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
                gates(change, live, breaks));
    }

    private ChangeGate[] gates(KeyChange change, Set<Gate> live, boolean breaks) {
        Set<ChangeGate> gates = EnumSet.noneOf(ChangeGate.class);
        if (change.after() == null) {
            gates.add(ChangeGate.DELETE);
        }
        if (breaks) {
            gates.add(ChangeGate.REFERENCES);
        }
        if (mode == Mode.LIVE) {
            gates.add(ChangeGate.LIVE);
            for (Gate gate : live) {
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
        KeyChange change = KeyChange.ofSecret(
                key,
                present == null ? null : present.mark(),
                reference == null ? null : new SecretMark(reference.toString()));
        notes.add(
                operation,
                Resource.SECRET,
                address,
                key.path(),
                present == null ? null : PlanNotes.json(document(present)),
                PlanNotes.json(reference),
                operation == Operation.KEEP
                        ? new ChangeGate[] {ChangeGate.DELETE}
                        : gates(change, ofLive(change), !broken(List.of(change)).isEmpty()));
    }

    private Set<Gate> ofLive(KeyChange change) {
        return mode == Mode.LIVE ? new GateRules(policies.get(), Configuration.EMPTY).of(change) : Set.of();
    }

    /** The document for an existing secret. */
    static SecretDocument document(Secret secret) {
        return new SecretDocument(secret.isReference() ? secret.reference() : null);
    }
}
