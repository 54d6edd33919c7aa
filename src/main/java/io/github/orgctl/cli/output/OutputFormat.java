package io.github.orgctl.cli.output;

import io.github.orgctl.core.model.value.Failure;

/** How results are written. */
public enum OutputFormat {
    TABLE("table", "columns for people"),
    JSON("json", "one JSON document"),
    NDJSON("ndjson", "one JSON object a line"),
    YAML("yaml", "one YAML document"),
    CSV("csv", "comma-separated values with a header"),
    TSV("tsv", "tab-separated values with a header"),
    IDS("ids", "one id a line");

    private final String word;
    private final String description;

    OutputFormat(String word, String description) {
        this.word = word;
        this.description = description;
    }

    /**
     * @throws Failure USAGE when the text is no format
     */
    public static OutputFormat parse(String text) {
        for (OutputFormat format : values()) {
            if (format.word.equals(text)) {
                return format;
            }
        }
        StringBuilder all = new StringBuilder();
        for (OutputFormat format : values()) {
            all.append(all.length() == 0 ? "" : ", ").append(format.word);
        }
        throw Failure.usage("'" + text + "' is not an output format", "the formats are " + all);
    }

    public String description() {
        return description;
    }

    @Override
    public String toString() {
        return word;
    }
}
