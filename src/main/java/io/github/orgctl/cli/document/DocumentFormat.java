package io.github.orgctl.cli.document;

import io.github.orgctl.core.model.value.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Format of documents. */
public enum DocumentFormat {
    YAML,
    JSON;

    /** @throws Failure USAGE if there is no such format */
    public static DocumentFormat parse(String text) {
        for (DocumentFormat format : values()) {
            if (format.toString().equals(text)) {
                return format;
            }
        }
        throw Failure.usage("there is no format '" + text + "'", "the formats are yaml and json");
    }

    /** Writes documents as the content of a file. */
    public String write(List<Map<String, Object>> documents) {
        return this == YAML ? DocumentYaml.write(documents) : DocumentJson.indented(documents);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
