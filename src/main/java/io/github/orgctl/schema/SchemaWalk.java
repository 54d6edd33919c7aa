package io.github.orgctl.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Goes through a schema and every schema within it, and past what only looks like one. */
final class SchemaWalk {
    /** Keywords whose value is data, however much it looks like a schema. */
    private static final Set<String> DATA = Set.of("const", "enum", "default", "examples", Policies.KEYWORD);

    /** Keywords whose value has a schema for each of its own names. */
    private static final Set<String> BY_NAME = Set.of("properties", "patternProperties", "$defs", "dependentSchemas");

    private SchemaWalk() {}

    /**
     * @param action takes a JSON Pointer to the schema, and the schema
     */
    static void forEach(JsonNode root, BiConsumer<String, JsonNode> action) {
        visit("", root, action);
    }

    private static void visit(String place, JsonNode node, BiConsumer<String, JsonNode> action) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                visit(place + "/" + i, node.get(i), action);
            }
        } else if (node.isObject()) {
            action.accept(place, node);
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                String below = place + "/" + member.getKey();
                if (BY_NAME.contains(member.getKey())) {
                    for (Map.Entry<String, JsonNode> named : member.getValue().properties()) {
                        visit(below + "/" + named.getKey(), named.getValue(), action);
                    }
                } else if (!DATA.contains(member.getKey())) {
                    visit(below, member.getValue(), action);
                }
            }
        }
    }
}
