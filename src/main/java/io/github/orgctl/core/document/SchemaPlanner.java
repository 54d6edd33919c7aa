package io.github.orgctl.core.document;

import io.github.orgctl.core.configuration.KeyPolicies;
import io.github.orgctl.core.configuration.ProjectSchemas;
import io.github.orgctl.core.configuration.SchemaGates;
import io.github.orgctl.core.document.PlannedChange.Operation;
import io.github.orgctl.core.document.PlannedChange.Resource;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Target;
import io.github.orgctl.core.model.organization.Project;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Count;
import io.github.orgctl.core.model.value.Sha256;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Compares the schemas of projects with documents, rule by rule. */
final class SchemaPlanner {
    private static final KeyPolicies NONE = new KeyPolicies(List.of());

    private final Planning planning;
    private final PlanNotes notes;
    private final ProjectSchemas schemas;

    SchemaPlanner(Planning planning, ProjectSchemas schemas) {
        this.planning = planning;
        this.notes = planning.notes();
        this.schemas = schemas;
    }

    /** The new schema; empty to remove it, null if unchanged. */
    String plan(ProjectDocument document, Project before) {
        if (document.schema() == null) {
            return null;
        }
        String present = before == null ? "" : text(before);
        if (present.equals(document.schema())) {
            return null;
        }
        Operation operation = operation(present, document.schema());
        ChangeGate[] gates = gates(before, document.schema());
        if (operation == Operation.UPDATE) {
            addParts(document.address(), present, document.schema(), gates);
        } else {
            notes.add(
                    operation,
                    Resource.SCHEMA,
                    document.address(),
                    null,
                    PlanNotes.json(size(present)),
                    PlanNotes.json(size(document.schema())),
                    gates);
        }
        if (operation == Operation.KEEP) {
            return null;
        }
        if (before != null) {
            boolean goes = document.schema().isEmpty();
            notes.require(goes ? Action.SCHEMA_UNSET : Action.SCHEMA_SET, Target.of(before));
            notes.dependOn(
                    document.address() + " schema", present.isEmpty() ? Precondition.ABSENT : Sha256.of(present));
        }
        return document.schema();
    }

    private String text(Project project) {
        return planning.tx().schemas().find(project.id()).orElse("");
    }

    private Operation operation(String present, String wanted) {
        if (wanted.isEmpty()) {
            return planning.deletes() ? Operation.DELETE : Operation.KEEP;
        }
        return present.isEmpty() ? Operation.CREATE : Operation.UPDATE;
    }

    /** The size of a schema, or null for none. */
    private String size(String schema) {
        if (schema.isEmpty()) {
            return null;
        }
        return Count.of(schemas.parts(schema).size(), "rule");
    }

    /** Adds the differing rules; if only the formatting differs, the first line that does. */
    private void addParts(String address, String present, String wanted, ChangeGate[] gates) {
        Map<String, String> before = schemas.parts(present);
        Map<String, String> after = schemas.parts(wanted);
        Set<String> places = new TreeSet<>(before.keySet());
        places.addAll(after.keySet());
        int entries = notes.entries.size();
        for (String place : places) {
            if (!Objects.equals(before.get(place), after.get(place))) {
                notes.add(
                        Operation.UPDATE, Resource.SCHEMA, address, place, before.get(place), after.get(place), gates);
            }
        }
        if (notes.entries.size() == entries) {
            addLine(address, present.split("(?<=\n)", -1), wanted.split("(?<=\n)", -1), gates);
        }
    }

    private void addLine(String address, String[] before, String[] after, ChangeGate[] gates) {
        int line = Arrays.mismatch(before, after);
        notes.add(
                Operation.UPDATE,
                Resource.SCHEMA,
                address,
                "line " + (line + 1),
                line < before.length ? PlanNotes.json(before[line]) : null,
                line < after.length ? PlanNotes.json(after[line]) : null,
                gates);
    }

    /** The gates for removing a schema and for removing protection from live values. */
    private ChangeGate[] gates(Project before, String wanted) {
        Set<ChangeGate> gates = EnumSet.noneOf(ChangeGate.class);
        if (wanted.isEmpty()) {
            gates.add(ChangeGate.DELETE);
        }
        if (before != null) {
            KeyPolicies after =
                    wanted.isEmpty() ? NONE : schemas.understood(wanted).policies();
            for (Set<Gate> each :
                    new SchemaGates(planning.tx(), schemas).of(before, after).values()) {
                each.forEach(gate -> gates.add(ChangeGate.of(gate)));
            }
        }
        return gates.toArray(new ChangeGate[0]);
    }

    /**
     * Policies of the current and of the new schema combined, so that a document can't remove a key's protection and
     * change the key at once.
     *
     * @param schema the new schema, as returned by {@link #plan}
     */
    KeyPolicies policies(String schema, Project before) {
        KeyPolicies present = before == null ? NONE : schemas.policies(before.id());
        return schema == null || schema.isEmpty()
                ? present
                : present.and(schemas.understood(schema).policies());
    }
}
