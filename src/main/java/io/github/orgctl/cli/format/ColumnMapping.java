package io.github.orgctl.cli.format;

import io.github.orgctl.core.model.value.Failure;

/**
 * Maps a column of a file to a field.
 *
 * @param field empty to ignore the column
 */
public record ColumnMapping(String column, String field) {
    /**
     * @throws Failure USAGE if it contains no {@code =}
     */
    public static ColumnMapping parse(String text) {
        int equals = text.lastIndexOf('=');
        if (equals <= 0) {
            throw Failure.usage(
                    "'" + text + "' is not COLUMN=FIELD",
                    "for example --map title=name; --map notes= ignores a column");
        }
        return new ColumnMapping(text.substring(0, equals), text.substring(equals + 1));
    }
}
