package io.github.orgctl.cli.format;

import io.github.orgctl.core.model.configuration.GivenSecrets;
import io.github.orgctl.core.model.configuration.GivenValues;
import io.github.orgctl.core.model.value.Failure;
import java.util.Locale;

/** Formats of imported files. */
public enum ImportFormat {
    JSON,
    YAML,
    DOTENV;

    /**
     * @throws Failure USAGE if there is no format with this name
     */
    public static ImportFormat parse(String text) {
        for (ImportFormat format : values()) {
            if (format.toString().equals(text)) {
                return format;
            }
        }
        throw Failure.usage("unknown format '" + text + "'", "the formats are json, yaml and dotenv");
    }

    /**
     * The format for a file name.
     *
     * @throws Failure USAGE if the extension is not known
     */
    public static ImportFormat ofFile(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return JSON;
        } else if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return YAML;
        } else if (name.endsWith(".env") || name.startsWith(".env")) {
            return DOTENV;
        }
        throw Failure.usage(
                "the name '" + path + "' does not indicate the format", "use --format json, yaml or dotenv");
    }

    /**
     * @throws Failure USAGE if the text does not have this format
     */
    public GivenValues read(String text) {
        return switch (this) {
            case JSON -> new GivenValues.Nested(JsonReader.read(text));
            case YAML -> new GivenValues.Nested(YamlReader.read(text));
            case DOTENV -> new GivenValues.Named(new DotenvReader(text).read());
        };
    }

    /**
     * Reads the same, with each value as written.
     *
     * @throws Failure USAGE if the text does not have this format, or contains something that can't be a secret
     */
    public GivenSecrets readSecrets(String text) {
        return switch (this) {
            case JSON -> GivenSecrets.of(JsonReader.read(text));
            case YAML -> GivenSecrets.of(YamlReader.read(text));
            case DOTENV -> new GivenSecrets(new DotenvReader(text).texts(), true, false);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
