package io.github.orgctl.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Detects reference cycles that would apply a schema to the same value forever. Recursion through {@code properties} or
 * {@code items} descends to smaller values, so it ends and is allowed.
 */
final class ReferenceCycles {
    /** Keywords whose value is a schema, or a list of schemas, applied to the same value. */
    private static final List<String> SAME_VALUE = List.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else");

    private final SchemaReferences references;
    private final Set<JsonNode> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<JsonNode> ending = Collections.newSetFromMap(new IdentityHashMap<>());

    ReferenceCycles(SchemaReferences references) {
        this.references = references;
    }

    /**
     * @throws Failure USAGE if there is a cycle
     */
    void refuse() {
        for (SchemaReferences.Placed each : references.schemas()) {
            follow(each.place(), each.schema());
        }
    }

    private void follow(String place, JsonNode schema) {
        if (!schema.isObject() || ending.contains(schema)) {
            return;
        }
        if (!open.add(schema)) {
            throw Failure.usage(
                    "the schema has a reference cycle at '" + place + "': it applies to the same value again",
                    "let it refer to itself only below properties or items");
        }
        for (JsonNode next : ofTheSameValue(schema)) {
            follow(place, next);
        }
        open.remove(schema);
        ending.add(schema);
    }

    private List<JsonNode> ofTheSameValue(JsonNode schema) {
        List<JsonNode> schemas = new ArrayList<>();
        for (String keyword : SAME_VALUE) {
            JsonNode value = schema.path(keyword);
            if (value.isArray()) {
                value.forEach(schemas::add);
            } else {
                schemas.add(value);
            }
        }
        schema.path("dependentSchemas").forEach(schemas::add);
        schemas.add(references.target(schema, "$ref"));
        schemas.add(references.target(schema, "$dynamicRef"));
        return schemas;
    }
}
