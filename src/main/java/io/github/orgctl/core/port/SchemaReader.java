package io.github.orgctl.core.port;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Compiles JSON Schema. */
public interface SchemaReader {
    /**
     * Compiles a schema. Nothing is ever fetched.
     *
     * @throws io.github.orgctl.core.model.value.Failure USAGE if the text is not JSON or not a JSON Schema 2020-12,
     *     refers to something outside it, or has an {@code x-orgctl} that is unknown or in a place where it has no
     *     effect
     */
    ProjectSchema read(String text);

    /**
     * The rules of a schema as JSON, keyed by JSON Pointer. An implementation that can't split it returns the whole at
     * the root.
     *
     * @throws io.github.orgctl.core.model.value.Failure USAGE if the text is not a JSON object
     */
    default NavigableMap<String, String> parts(String text) {
        return new TreeMap<>(Map.of("", text));
    }
}
