package io.github.orgctl.cli.document;

import io.github.orgctl.core.document.ChangeGate;
import io.github.orgctl.core.document.ChangePlan;
import io.github.orgctl.core.document.PlannedChange;
import io.github.orgctl.core.document.PlannedChange.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan as JSON in a stable format for other programs, described in the guide on documents. */
public final class PlanJson {
    private PlanJson() {}

    /** The whole plan, indented. */
    public static String write(ChangePlan plan) {
        Map<String, Object> summary = new LinkedHashMap<>();
        for (Operation operation : Operation.values()) {
            summary.put(operation.toString(), number(plan.count(operation)));
        }
        Map<String, Object> gates = new LinkedHashMap<>();
        gates.put("needed", words(plan.needed()));
        gates.put("opened", words(plan.opened()));
        gates.put("closed", words(plan.closed()));
        List<Object> deletions = new ArrayList<>();
        for (ChangePlan.Deletions each : plan.deletions()) {
            Map<String, Object> deletion = new LinkedHashMap<>();
            deletion.put("organization", each.organization());
            deletion.put("projects", number(each.deleted()));
            deletion.put("of", number(each.of()));
            deletions.add(deletion);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("apiVersion", DocumentField.VERSION);
        all.put("kind", "Plan");
        all.put("summary", summary);
        all.put("deletions", deletions);
        all.put("gates", gates);
        all.put("changes", changes(plan.entries()));
        return DocumentJson.indented(List.of(all));
    }

    /** Changes as maps, without {@code before} of what is created or {@code after} of what is deleted. */
    static List<Object> changes(List<PlannedChange> entries) {
        List<Object> changes = new ArrayList<>();
        for (PlannedChange entry : entries) {
            Map<String, Object> change = new LinkedHashMap<>();
            change.put("operation", entry.operation());
            change.put("resource", entry.resource());
            change.put("address", entry.address());
            putUnlessNull(change, "key", entry.key());
            putUnlessNull(change, "before", json(entry.before()));
            putUnlessNull(change, "after", json(entry.after()));
            change.put("gates", words(entry.gates()));
            changes.add(change);
        }
        return changes;
    }

    private static void putUnlessNull(Map<String, Object> map, String name, Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }

    static JsonPart json(String json) {
        return json == null ? null : new JsonPart(json);
    }

    static JsonPart number(long number) {
        return new JsonPart(Long.toString(number));
    }

    static List<Object> words(Collection<ChangeGate> gates) {
        return new ArrayList<>(gates);
    }
}
