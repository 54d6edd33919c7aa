package io.github.orgctl.cli.output;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.cli.text.Visible;
import io.github.orgctl.core.kernel.Nearest;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;

/** Selected fields of a shape, in order. */
public final class Fields {
    private Fields() {}

    /**
     * The fields asked for, or all.
     *
     * @param names JSON names, or null
     * @throws Failure USAGE for a name that is no field, or stands twice
     */
    static <T> List<Field<T>> of(Shape<T> shape, List<String> names) {
        return names == null ? shape.fields() : named(shape, names);
    }

    /**
     * The fields asked for, or those that a table shows without being asked.
     *
     * @param names JSON names, or null
     * @throws Failure USAGE for a name that is no field, or stands twice
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
     * Checks names of fields.
     *
     * @throws Failure USAGE for a name that is no field, or stands twice
     */
    public static void check(Shape<?> shape, List<String> names) {
        named(shape, names);
    }

    /** Those of the names that are fields, once each, in their order; null where none is. */
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

    /** The names of those that a table shows without being asked, with commas between them. */
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
     * One field by its JSON name.
     *
     * @throws Failure USAGE when the shape has no such field
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
                // Shown once, the columns would no longer be those that a script counts on; twice, JSON would be
                // broken.
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
