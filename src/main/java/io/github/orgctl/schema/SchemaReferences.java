package io.github.orgctl.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.orgctl.core.model.value.Failure;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The references of a schema. All must refer to schemas within it: nothing is fetched. */
final class SchemaReferences {
    private static final List<String> KEYWORDS = List.of("$ref", "$dynamicRef");

    /** A schema and its location. */
    record Placed(String place, JsonNode schema) {}

    /** Schemas by URI; an anchor follows {@code #}. */
    private final Map<String, JsonNode> addresses = new HashMap<>();

    /** The base URI of each schema. */
    private final IdentityHashMap<JsonNode, String> bases = new IdentityHashMap<>();

    private final IdentityHashMap<JsonNode, Map<String, JsonNode>> targets = new IdentityHashMap<>();

    private final List<Placed> schemas = new ArrayList<>();

    /** Schemas below unknown keywords, which count as schemas because something refers to them. */
    private final List<JsonNode> strays = new ArrayList<>();

    /**
     * @throws Failure USAGE if a reference leads outside the schema or to something that is not a schema, or a URI is
     *     invalid
     */
    SchemaReferences(JsonNode root) {
        register("", root, "");
        addresses.putIfAbsent("", root);
        // A reference may lead to a newly found schema, so the list grows during the loop.
        for (int i = 0; i < schemas.size(); i++) {
            for (String keyword : KEYWORDS) {
                resolve(schemas.get(i).place(), schemas.get(i).schema(), keyword);
            }
        }
    }

    /** The schema that a reference leads to, or a missing node. */
    JsonNode target(JsonNode schema, String keyword) {
        return targets.getOrDefault(schema, Map.of()).getOrDefault(keyword, MissingNode.getInstance());
    }

    /** The root schema and all schemas within it. */
    List<Placed> schemas() {
        return schemas;
    }

    List<JsonNode> strays() {
        return strays;
    }

    private void register(String place, JsonNode schema, String outer) {
        if (!schema.isObject() || bases.containsKey(schema)) {
            return;
        }
        String base = outer;
        if (schema.path("$id").isTextual()) {
            base = address(place, outer, schema.path("$id").asText());
            if (addresses.putIfAbsent(base, schema) != null) {
                throw Failure.usage("the schema has two parts with the \"$id\" " + base);
            }
        }
        bases.put(schema, base);
        schemas.add(new Placed(place, schema));
        addAnchor(base, schema.path("$anchor"), schema);
        addAnchor(base, schema.path("$dynamicAnchor"), schema);
        for (Map.Entry<String, JsonNode> below : SchemaWalk.below(schema).entrySet()) {
            register(place + below.getKey(), below.getValue(), base);
        }
    }

    private void addAnchor(String base, JsonNode anchor, JsonNode schema) {
        if (anchor.isTextual()) {
            addresses.putIfAbsent(base + "#" + anchor.asText(), schema);
        }
    }

    private void resolve(String place, JsonNode schema, String keyword) {
        if (!schema.path(keyword).isTextual()) {
            return;
        }
        String reference = schema.get(keyword).asText();
        String base = address(place, bases.get(schema), reference);
        JsonNode resource = addresses.get(base);
        if (resource == null) {
            throw Failure.usage(
                    "the schema refers to " + reference + " at '" + place + "', and remote schemas are not fetched",
                    "put it under \"$defs\" and refer to it as \"#/$defs/NAME\"");
        }
        int hash = reference.indexOf('#');
        String fragment = hash < 0 ? "" : reference.substring(hash + 1);
        JsonNode target = fragment.isEmpty() || fragment.startsWith("/")
                ? pointed(resource, fragment)
                : addresses.getOrDefault(base + "#" + fragment, MissingNode.getInstance());
        if (target.isMissingNode()) {
            throw Failure.usage("the schema refers to " + reference + " at '" + place + "', which does not exist");
        }
        if (!target.isObject() && !target.isBoolean()) {
            throw Failure.usage("the schema refers to " + reference + " at '" + place + "', which is not a schema");
        }
        targets.computeIfAbsent(schema, none -> new HashMap<>()).put(keyword, target);
        if (target.isObject() && !bases.containsKey(target)) {
            strays.add(target);
            register(base + "#" + fragment, target, base);
        }
    }

    /** The URI without its fragment; the base if that is empty. */
    private static String address(String place, String base, String reference) {
        int hash = reference.indexOf('#');
        String relative = hash < 0 ? reference : reference.substring(0, hash);
        if (relative.isEmpty()) {
            return base;
        }
        try {
            return URI.create(base).resolve(relative).toString();
        } catch (IllegalArgumentException malformed) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "the schema has the malformed URI reference " + reference + " at '" + place + "'",
                    malformed);
        }
    }

    /**
     * Resolves a JSON Pointer.
     *
     * @param pointer percent-encoded
     * @return an empty list for something that can't be a schema; a missing node if there is nothing
     */
    private static JsonNode pointed(JsonNode resource, String pointer) {
        JsonNode node = resource;
        SchemaWalk.Part part = SchemaWalk.Part.SCHEMA;
        for (String token :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            String name = decoded(token);
            node = node.isArray() ? element(node, name) : node.path(name);
            part = part.below(name);
        }
        boolean mayBeSchema = part == SchemaWalk.Part.SCHEMA || part == SchemaWalk.Part.UNKNOWN;
        return mayBeSchema || node.isMissingNode() ? node : JsonNodeFactory.instance.arrayNode();
    }

    private static JsonNode element(JsonNode list, String index) {
        boolean isIndex = index.length() <= 9 && index.matches("0|[1-9][0-9]*");
        return list.path(isIndex ? Integer.parseInt(index) : -1);
    }

    private static String decoded(String token) {
        try {
            String decoded = URLDecoder.decode(token.replace("+", "%2B"), StandardCharsets.UTF_8);
            return decoded.replace("~1", "/").replace("~0", "~");
        } catch (IllegalArgumentException malformed) {
            return token;
        }
    }
}
