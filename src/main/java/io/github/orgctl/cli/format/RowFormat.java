package io.github.orgctl.cli.format;

import io.github.orgctl.core.model.value.Failure;
import java.util.Locale;

/** Formats of files with rows to import. */
public enum RowFormat {
    CSV,
    NDJSON;

    /**
     * @throws Failure USAGE if there is no format with this name
     */
    public static RowFormat parse(String text) {
        for (RowFormat format : values()) {
            if (format.toString().equals(text)) {
                return format;
            }
        }
        throw Failure.usage("unknown format '" + text + "'", "the formats are csv and ndjson");
    }

    /**
     * The format for a file name.
     *
     * @throws Failure USAGE if the extension is not known
     */
    public static RowFormat ofFile(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return CSV;
        } else if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
            return NDJSON;
        }
        throw Failure.usage("the name '" + path + "' does not indicate the format", "use --format csv or ndjson");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
