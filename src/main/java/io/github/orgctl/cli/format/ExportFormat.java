package io.github.orgctl.cli.format;

import io.github.orgctl.core.model.configuration.Variables;
import io.github.orgctl.core.model.value.Failure;
import java.util.Locale;

/** Export formats of variables for other programs. */
public enum ExportFormat {
    DOTENV,
    SHELL,
    JSON,
    YAML,
    PROPERTIES,
    K8S;

    /**
     * @throws Failure USAGE if there is no format with this name
     */
    public static ExportFormat parse(String text) {
        for (ExportFormat format : values()) {
            if (format.toString().equals(text)) {
                return format;
            }
        }
        throw Failure.usage(
                "unknown format '" + text + "'", "the formats are dotenv, shell, json, yaml, properties and k8s");
    }

    /** The variables as a complete file; empty for a line format without variables. */
    public String write(Variables variables) {
        return switch (this) {
            case DOTENV -> DotenvWriter.write(variables);
            case SHELL -> LineFormats.shell(variables);
            case PROPERTIES -> LineFormats.properties(variables);
            case JSON -> DocumentFormats.json(variables);
            case YAML -> DocumentFormats.yaml(variables);
            case K8S -> DocumentFormats.manifest(variables);
        };
    }

    /** Whether consumers turn the variables into environment variables of a process. */
    public boolean becomesEnvironment() {
        return switch (this) {
            case DOTENV, SHELL, K8S -> true;
            case JSON, YAML, PROPERTIES -> false;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
