package io.github.orgctl.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.orgctl.core.model.Failure;
import java.util.HashMap;
import java.util.Map;

/** The references of a schema, which must all lead to places within it: nothing is ever fetched. */
final class References {
    private final JsonNode root;
    private final Map<String, JsonNode> anchors = new HashMap<>();

    References(JsonNode root) {
        this.root = root;
        SchemaWalk.forEach(root, (place, schema) -> {
            addAnchor(schema.path("$anchor"), schema);
            addAnchor(schema.path("$dynamicAnchor"), schema);
        });
    }

    private void addAnchor(JsonNode anchor, JsonNode schema) {
        if (anchor.isTextual()) {
            anchors.put("#" + anchor.asText(), schema);
        }
    }

    /**
     * @throws Failure USAGE when one leads elsewhere
     */
    void check() {
        SchemaWalk.forEach(root, (place, schema) -> {
            check(place, schema.path("$ref"));
            check(place, schema.path("$dynamicRef"));
        });
    }

    private void check(String place, JsonNode reference) {
        if (!reference.isTextual()) {
            return;
        }
        String text = reference.asText();
        if (!text.startsWith("#")) {
            throw Failure.usage(
                    "the schema refers to " + text + " at '" + place + "', and nothing is fetched from elsewhere",
                    "put it below \"$defs\" and refer to it as \"#/$defs/NAME\"");
        }
        if (target(reference).isMissingNode()) {
            throw Failure.usage("the schema refers to " + text + " at '" + place + "', which it does not have", null);
        }
    }

    /** The schema that a reference leads to; a missing node where it leads nowhere, or is none. */
    JsonNode target(JsonNode reference) {
        JsonNode anchored = anchors.get(reference.asText());
        JsonNode found = anchored == null ? find(root, reference.asText()) : anchored;
        return found == null ? MissingNode.getInstance() : found;
    }

    /** What a reference such as {@code #/$defs/port} leads to, or null. */
    static JsonNode find(JsonNode root, String reference) {
        if (reference.equals("#")) {
            return root;
        }
        if (!reference.startsWith("#/")) {
            return null;
        }
        JsonNode found = root.at(reference.substring(1));
        return found.isMissingNode() ? null : found;
    }
}
