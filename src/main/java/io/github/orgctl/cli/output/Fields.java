package io.github.orgctl.cli.output;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.cli.text.Visible;
import io.github.orgctl.core.kernel.Nearest;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;

/** Selects fields of a shape. */
public final class Fields {
    private Fields() {}

    /**
     * The requested fields, or all.
     *
     * @param names JSON names, or null
     * @throws Failure USAGE if a name is not a field, or is repeated
     */
    static <T> List<Field<T>> of(Shape<T> shape, List<String> names) {
        return names == null ? shape.fields() : named(shape, names);
    }

    /**
     * The requested fields, or a table's default fields.
     *
     * @param names JSON names, or null
     * @throws Failure USAGE if a name is not a field, or is repeated
     */
    static <T> List<Field<T>> ofTable(Shape<T> shape, List<String> names) {
        if (names != null) {
            return named(shape, names);
        }
        List<Field<T>> shown = new ArrayList<>();
        for (Field<T> field : shape.fields()) {
            if (field.inTable()) {
                shown.add(field);
            }
        }
        return shown;
    }

    /**
     * Validates field names.
     *
     * @throws Failure USAGE if a name is not a field, or is repeated
     */
    public static void check(Shape<?> shape, List<String> names) {
        named(shape, names);
    }

    /** The valid names without repetitions, in order; null if there are none. */
    public static List<String> known(Shape<?> shape, List<String> names) {
        List<String> known = new ArrayList<>();
        for (String name : names) {
            for (Field<?> field : shape.fields()) {
                if (field.jsonName().equals(name) && !known.contains(name)) {
                    known.add(name);
                }
            }
        }
        return known.isEmpty() ? null : known;
    }

    /** Comma-separated names of a table's default fields. */
    public static String ofTable(Shape<?> shape) {
        StringBuilder names = new StringBuilder();
        for (Field<?> field : shape.fields()) {
            if (field.inTable()) {
                names.append(names.length() == 0 ? "" : ",").append(field.jsonName());
            }
        }
        return names.toString();
    }

    /**
     * Finds a field by its JSON name.
     *
     * @throws Failure USAGE if there is none
     */
    static <T> Field<T> field(Shape<T> shape, String name) {
        for (Field<T> field : shape.fields()) {
            if (field.jsonName().equals(name)) {
                return field;
            }
        }
        throw unknown(shape, name);
    }

    private static <T> List<Field<T>> named(Shape<T> shape, List<String> names) {
        List<Field<T>> chosen = new ArrayList<>(names.size());
        for (String name : names) {
            Field<T> field = field(shape, name.strip());
            if (chosen.contains(field)) {
                // Dropping the repetition would shift the columns that a script expects; keeping it would produce
                // invalid JSON.
                throw Failure.usage("the field '" + name + "' is given twice", "name each field once");
            }
            chosen.add(field);
        }
        return chosen;
    }

    private static <T> Failure unknown(Shape<T> shape, String name) {
        List<String> names = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (Field<T> field : shape.fields()) {
            names.add(field.jsonName());
            all.append(all.length() == 0 ? "" : ", ").append(field.jsonName());
        }
        String question = Nearest.question(name, names);
        return Failure.usage(
                "the " + shape.name() + " has no field '" + Visible.line(name) + "'",
                (question == null ? "" : question + " ") + "the fields are " + all);
    }
}
