package io.github.orgctl.cli.shape;

/**
 * A structure for formats that have structures, which a table has words for.
 *
 * @param value a List or a Map of such values as a {@link Field} may have
 * @param words on one line
 */
public record StructuredValue(Object value, String words) {
    @Override
    public String toString() {
        return words;
    }
}
