package io.github.orgctl.cli.document;

import io.github.orgctl.core.model.value.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The languages that documents are written in. */
public enum DocumentFormat {
    YAML,
    JSON;

    /**
     * @throws Failure USAGE when there is no format of that name
     */
    public static DocumentFormat parse(String text) {
        for (DocumentFormat format : values()) {
            if (format.toString().equals(text)) {
                return format;
            }
        }
        throw Failure.usage("there is no format '" + text + "'", "the formats are yaml and json");
    }

    /** Documents as a whole file. */
    public String write(List<Map<String, Object>> documents) {
        return this == YAML ? DocumentYaml.write(documents) : DocumentJson.indented(documents);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
