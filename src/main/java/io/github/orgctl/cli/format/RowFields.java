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
 * Maps columns of an import to fields. Columns for other fields of the resource are ignored, so that the output of a
 * list can be imported.
 */
public final class RowFields {
    private final List<String> fields;
    private final Set<String> ignored = new HashSet<>();
    private final Map<String, String> mapped;

    /**
     * @param fields importable fields, the required one first
     * @param shape shape of the resource
     * @param mapped field for each mapped column; empty to ignore the column
     * @throws Failure USAGE if a column is mapped to an unknown field, or two columns to the same field
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
     * The field of a column, or null to ignore it.
     *
     * @throws Failure USAGE if there is none
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
     * Requires that the columns include the required field and all mapped ones.
     *
     * @throws Failure USAGE
     */
    void check(Set<String> columns, Set<String> present) {
        for (String column : mapped.keySet()) {
            if (!columns.contains(column)) {
                throw Failure.usage("the column '" + column + "' named by --map does not exist", hint());
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
