package io.github.orgctl.cli.output;

import io.github.orgctl.core.model.configuration.Configuration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A configuration as editable text. */
public final class ConfigurationText {
    private ConfigurationText() {}

    /** Formats it as YAML, nested by the segments of the keys; empty if there are no values. */
    public static String yaml(Configuration configuration) {
        if (configuration.values().isEmpty()) {
            return "";
        }
        ByteArrayOutputStream yaml = new ByteArrayOutputStream();
        try {
            new YamlDocument<>(Branch.allOf(configuration), yaml).one(configuration);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return yaml.toString(StandardCharsets.UTF_8);
    }
}
