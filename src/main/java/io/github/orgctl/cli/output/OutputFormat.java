package io.github.orgctl.cli.output;

import io.github.orgctl.core.model.value.Failure;

/** Output formats. */
public enum OutputFormat {
    TABLE("table", Reader.PERSON, "human-readable columns"),
    JSON("json", Reader.PROGRAM, "one JSON document"),
    NDJSON("ndjson", Reader.PROGRAM, "one JSON object per line"),
    YAML("yaml", Reader.PROGRAM, "one YAML document"),
    CSV("csv", Reader.PROGRAM, "comma-separated values with a header"),
    TSV("tsv", Reader.PROGRAM, "tab-separated values with a header"),
    IDS("ids", Reader.PROGRAM, "one ID per line");

    /** Intended reader of a format. */
    private enum Reader {
        PERSON,
        PROGRAM
    }

    private final String word;
    private final Reader reader;
    private final String description;

    OutputFormat(String word, Reader reader, String description) {
        this.word = word;
        this.reader = reader;
        this.description = description;
    }

    /**
     * @throws Failure USAGE if the text is not a format
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

    /** Whether the format is for people: it shows only default fields, and an empty list is announced. */
    public boolean isForPeople() {
        return reader == Reader.PERSON;
    }

    public String description() {
        return description;
    }

    @Override
    public String toString() {
        return word;
    }
}
