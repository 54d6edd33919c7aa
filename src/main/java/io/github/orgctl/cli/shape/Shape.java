package io.github.orgctl.cli.shape;

import java.util.List;

/**
 * Fields of a resource. Every format, {@code --fields}, the completion of field names and the reference pages
 * come from it.
 *
 * @param <T> the resource
 */
public abstract class Shape<T> {
    private final String name;
    private final List<Field<T>> fields;

    /**
     * @param name what one row is called, such as {@code organization}
     */
    protected Shape(String name, List<Field<T>> fields) {
        this.name = name;
        this.fields = fields;
    }

    public final String name() {
        return name;
    }

    /** All fields in the order in which they are shown. */
    public final List<Field<T>> fields() {
        return fields;
    }

    /** The field whose value is shown this once and never again, or null. */
    public Field<T> once() {
        return null;
    }

    /** Text that {@code -o ids} prints for a row. */
    public abstract String id(T row);

    /** How a command names the row, for {@code --after} and hints. */
    public String reference(T row) {
        return id(row);
    }
}
