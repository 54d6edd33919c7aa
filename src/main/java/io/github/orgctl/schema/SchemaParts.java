package io.github.orgctl.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgctl.core.model.value.Failure;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Splits a schema into its rules, so that two versions can be compared. */
final class SchemaParts {
    /** Keywords that map names to schemas. */
    private static final Set<String> CONTAINERS =
            Set.of("properties", "patternProperties", "dependentSchemas", "$defs");

    private final NavigableMap<String, String> parts = new TreeMap<>();

    private SchemaParts() {}

    /** Returns each rule as JSON, keyed by its JSON Pointer. */
    static NavigableMap<String, String> of(String text) {
        try {
            SchemaParts all = new SchemaParts();
            all.addRules("", SchemaJson.read(text));
            return all.parts;
        } catch (JsonProcessingException malformed) {
            throw new Failure(Failure.Kind.USAGE, "the schema is not JSON", malformed);
        }
    }

    private void addRules(String place, JsonNode schema) {
        if (!schema.isObject()) {
            parts.put(place, schema.toString());
            return;
        }
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            String at = place + "/" + escaped(keyword.getKey());
            if (CONTAINERS.contains(keyword.getKey()) && keyword.getValue().isObject()) {
                for (Map.Entry<String, JsonNode> each : keyword.getValue().properties()) {
                    addRules(at + "/" + escaped(each.getKey()), each.getValue());
                }
            } else {
                parts.put(at, keyword.getValue().toString());
            }
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
