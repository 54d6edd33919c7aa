package io.github.orgctl.cli.shape;

/**
 * One field of a resource, as every format shows it. Each resource declares its fields once, as an enum: the constant's
 * name gives both the JSON name and the header.
 *
 * @param <T> the resource
 */
public interface Field<T> {
    /** The constant's name, such as {@code WEBSITE_URL}. */
    String name();

    /**
     * The field's value: null, a Boolean, a Number, an Instant, a {@link JsonText}, a Map with such values by name, a List
     * of names without spaces, a {@link StructuredValue} structure, or anything whose {@code toString} is its text.
     */
    public Object of(T row);

    /** The value as a table shows it, where that differs from the other formats. */
    default Object shown(T row) {
        return of(row);
    }

    /** How long the field keeps its column as the terminal gets narrower. */
    default Importance importance() {
        return Importance.ESSENTIAL;
    }

    /** Whether a table shows the field without being asked for it. */
    default boolean inTable() {
        return importance() != Importance.ON_REQUEST;
    }

    /** Whether a table continues a long text on further lines instead of cutting it. */
    default boolean wraps() {
        return false;
    }

    /** Tone of the value in this row, if colours are used. */
    default Tone tone(T row) {
        return Tone.PLAIN;
    }

    /** The name in JSON and in {@code --fields}: camelCase, such as {@code websiteUrl}. */
    default String jsonName() {
        String constant = name();
        StringBuilder json = new StringBuilder(constant.length());
        for (int i = 0; i < constant.length(); i++) {
            char c = constant.charAt(i);
            if (c == '_') {
                json.append(constant.charAt(++i));
            } else {
                json.append(Character.toLowerCase(c));
            }
        }
        return json.toString();
    }

    /** This field with another header. */
    default Field<T> headed(String header) {
        return new HeadedField<>(this, header);
    }

    /** The header in a table, such as {@code WEBSITE URL}. */
    default String header() {
        return name().replace('_', ' ');
    }
}
