package io.github.orgctl.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgctl.core.model.Failure;
import java.util.HashSet;
import java.util.Set;

/** The references of a schema, which must all lead to places within it: nothing is ever fetched. */
final class References {
    private final JsonNode root;
    private final Set<String> anchors = new HashSet<>();

    References(JsonNode root) {
        this.root = root;
        SchemaWalk.forEach(root, (place, schema) -> {
            addAnchor(schema.path("$anchor"));
            addAnchor(schema.path("$dynamicAnchor"));
        });
    }

    private void addAnchor(JsonNode anchor) {
        if (anchor.isTextual()) {
            anchors.add("#" + anchor.asText());
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
        if (!text.equals("#") && !anchors.contains(text) && find(root, text) == null) {
            throw Failure.usage("the schema refers to " + text + " at '" + place + "', which it does not have", null);
        }
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
