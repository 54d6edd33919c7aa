package io.github.orgctl.cli.output;

import io.github.orgctl.core.model.value.Failure;

/** Output formats. */
public enum OutputFormat {
    TABLE("table", Reader.PERSON, "columns for people"),
    JSON("json", Reader.PROGRAM, "one JSON document"),
    NDJSON("ndjson", Reader.PROGRAM, "one JSON object a line"),
    YAML("yaml", Reader.PROGRAM, "one YAML document"),
    CSV("csv", Reader.PROGRAM, "comma-separated values with a header"),
    TSV("tsv", Reader.PROGRAM, "tab-separated values with a header"),
    IDS("ids", Reader.PROGRAM, "one id a line");

    /** Who is to read a format. */
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

    /** Whether people read it: then it shows no more than they need, and they are told when it is empty. */
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
