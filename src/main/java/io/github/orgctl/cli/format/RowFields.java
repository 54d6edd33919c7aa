package io.github.orgctl.cli.format;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.core.kernel.Nearest;
import io.github.orgctl.core.model.value.Failure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which field a column of an import is for. Those that a list of the same resources has besides are ignored, so that a list
 * can be imported.
 */
public final class RowFields {
    private final List<String> fields;
    private final Set<String> ignored = new HashSet<>();
    private final Map<String, String> mapped;

    /**
     * @param fields that can be imported, the required one first
     * @param shape of the resources
     * @param mapped columns by name with the field each is for, which is empty for one to ignore
     * @throws Failure USAGE when a column is mapped to a field that does not exist, or two to the same
     */
    public RowFields(List<String> fields, Shape<?> shape, List<ColumnMapping> mapped) {
        this.fields = fields;
        this.mapped = new HashMap<>();
        for (Field<?> field : shape.fields()) {
            ignored.add(field.jsonName());
        }
        for (ColumnMapping each : mapped) {
            map(each.column(), each.field());
        }
    }

    private void map(String column, String field) {
        if (!field.isEmpty() && !fields.contains(field)) {
            throw unknown("field", field);
        }
        if (!field.isEmpty() && mapped.containsValue(field)) {
            throw Failure.usage("two columns are mapped to " + field, "map one column to each field");
        }
        if (mapped.put(column, field) != null) {
            throw Failure.usage("the column '" + column + "' is mapped twice");
        }
    }

    /**
     * The field that a column is for, or null where it is ignored.
     *
     * @throws Failure USAGE when it is for none
     */
    String of(String column) {
        String field = mapped.get(column);
        if (field != null) {
            return field.isEmpty() ? null : field;
        }
        if (fields.contains(column)) {
            return mapped.containsValue(column) ? null : column;
        }
        if (ignored.contains(column)) {
            return null;
        }
        throw unknown("column", column);
    }

    /**
     * Refuses columns that lack the required field, or one that is mapped.
     *
     * @throws Failure USAGE
     */
    void check(Set<String> columns, Set<String> present) {
        for (String column : mapped.keySet()) {
            if (!columns.contains(column)) {
                throw Failure.usage("there is no column '" + column + "', which --map names", hint());
            }
        }
        if (!present.contains(fields.get(0))) {
            throw Failure.usage("there is no column for " + fields.get(0), hint());
        }
    }

    String hint() {
        return "the fields are " + String.join(", ", fields) + "; name others with --map COLUMN=FIELD";
    }

    private Failure unknown(String what, String name) {
        List<String> near = Nearest.to(name, fields);
        return Failure.usage(
                "unknown " + what + " '" + name + "'"
                        + (near.isEmpty() ? "" : " (did you mean " + String.join(" or ", near) + "?)"),
                hint());
    }
}
