package io.github.orgctl.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Visits a schema and all schemas within it, and skips data that only looks like a schema. */
final class SchemaWalk {
    /** Kind of element in a schema. */
    enum Part {
        SCHEMA,
        LIST,
        /** An object that maps names to schemas. */
        MAP,
        DATA,
        /** Value of an unknown keyword, which may contain schemas. */
        UNKNOWN;

        /** The kind of a child element. */
        Part below(String token) {
            return switch (this) {
                case SCHEMA -> KEYWORDS.getOrDefault(token, UNKNOWN);
                case LIST, MAP -> SCHEMA;
                case DATA -> DATA;
                case UNKNOWN -> UNKNOWN;
            };
        }
    }

    private static final Map<String, Part> KEYWORDS = new LinkedHashMap<>();

    static {
        put(
                Part.SCHEMA,
                "additionalProperties contains contentSchema else if items not propertyNames then"
                        + " unevaluatedItems unevaluatedProperties");
        put(Part.LIST, "allOf anyOf oneOf prefixItems");
        put(Part.MAP, "properties patternProperties $defs definitions dependentSchemas");
        put(
                Part.DATA,
                "$id $schema $ref $anchor $dynamicRef $dynamicAnchor $vocabulary $comment type enum const"
                        + " multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems"
                        + " minItems uniqueItems maxContains minContains maxProperties minProperties required"
                        + " dependentRequired title description deprecated readOnly writeOnly format"
                        + " contentEncoding contentMediaType " + Policies.KEYWORD);
    }

    private static final Set<String> NO_SCHEMAS = Set.of("const", "enum", "default", "examples", Policies.KEYWORD);

    private SchemaWalk() {}

    private static void put(Part part, String keywords) {
        for (String keyword : keywords.split(" ")) {
            KEYWORDS.put(keyword, part);
        }
    }

    /** The direct subschemas, by relative location. */
    static Map<String, JsonNode> below(JsonNode schema) {
        Map<String, JsonNode> schemas = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            String place = "/" + member.getKey();
            JsonNode value = member.getValue();
            switch (Part.SCHEMA.below(member.getKey())) {
                case SCHEMA -> schemas.put(place, value);
                case LIST -> {
                    for (int i = 0; i < value.size(); i++) {
                        schemas.put(place + "/" + i, value.get(i));
                    }
                }
                case MAP ->
                    value.properties().forEach(named -> schemas.put(place + "/" + named.getKey(), named.getValue()));
                case DATA, UNKNOWN -> {}
            }
        }
        return schemas;
    }

    /**
     * @param action receives the location and content of each object that is, or may be, a schema
     */
    static void forEachObject(JsonNode root, BiConsumer<String, JsonNode> action) {
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
                if (Part.SCHEMA.below(member.getKey()) == Part.MAP) {
                    for (Map.Entry<String, JsonNode> named : member.getValue().properties()) {
                        visit(below + "/" + named.getKey(), named.getValue(), action);
                    }
                } else if (!NO_SCHEMAS.contains(member.getKey())) {
                    visit(below, member.getValue(), action);
                }
            }
        }
    }
}
