package io.github.orgctl.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyPolicy;
import io.github.orgctl.core.model.configuration.KeyPolicy.Pair;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the {@code x-orgctl} keywords of a schema. Each must apply to a single key, so it is allowed only at
 * properties reached through {@code properties}, {@code allOf} and {@code $ref}.
 */
final class Policies {
    static final String KEYWORD = "x-orgctl";

    private final JsonNode root;
    private final SchemaReferences references;
    private final List<KeyPolicy> policies = new ArrayList<>();
    private final Set<JsonNode> understood = identities();
    private final Map<String, Set<JsonNode>> followed = new HashMap<>();

    Policies(JsonNode root, SchemaReferences references) {
        this.root = root;
        this.references = references;
    }

    /**
     * @throws Failure USAGE if a keyword is unknown or in a place where it has no effect
     */
    List<KeyPolicy> collected() {
        for (Map.Entry<String, JsonNode> property : root.path("properties").properties()) {
            if (property.getKey().indexOf('.') >= 0) {
                throw Failure.usage(
                        "the schema's property '" + property.getKey()
                                + "' can't match any key: dots in keys separate nested properties",
                        "nest the property, one level for each segment of the key");
            }
        }
        collect(root, "");
        SchemaWalk.forEachObject(root, (place, schema) -> {
            if (schema.has(KEYWORD) && !understood.contains(schema.get(KEYWORD))) {
                throw Failure.usage(
                        "the " + KEYWORD + " at '" + place + "' can't be used there",
                        "put it in a property that is reached only through properties, allOf and $ref");
            }
        });
        return policies;
    }

    private void collect(JsonNode schema, String path) {
        if (schema.has(KEYWORD) && !path.isEmpty()) {
            JsonNode said = schema.get(KEYWORD);
            policies.add(policy(path, said));
            understood.add(said);
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String below = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            // A recursive schema has no end, but the length of a key is limited.
            if (below.length() <= Key.MAX_LENGTH) {
                collect(property.getValue(), below);
            }
        }
        for (JsonNode each : schema.path("allOf")) {
            collect(each, path);
        }
        JsonNode target = references.target(schema, "$ref");
        if (target.isObject()
                && followed.computeIfAbsent(path, none -> identities()).add(target)) {
            collect(target, path);
        }
    }

    private static Set<JsonNode> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static KeyPolicy policy(String path, JsonNode said) {
        if (!said.isObject()) {
            throw malformed(path, said, "an object");
        }
        Pair pair = null;
        Mode only = null;
        boolean never = false;
        boolean critical = false;
        boolean downgrade = false;
        for (Map.Entry<String, JsonNode> member : said.properties()) {
            JsonNode value = member.getValue();
            switch (member.getKey()) {
                case "pair" -> pair = pair(path, value);
                case "only" -> only = only(path, value);
                case "promote" -> never = promote(path, value);
                case "critical" -> critical = isTrue(path + "'s critical", value);
                case "downgrade" -> downgrade = isTrue(path + "'s downgrade", value);
                default ->
                    throw Failure.usage(
                            "the " + KEYWORD + " of '" + path + "' has an unknown field '" + member.getKey() + "'",
                            "the fields are pair, only, promote, critical and downgrade");
            }
        }
        return new KeyPolicy(new Key(path), pair, only, never, critical, downgrade);
    }

    private static Pair pair(String path, JsonNode value) {
        return switch (value.asText()) {
            case "differ" -> Pair.DIFFER;
            case "match" -> Pair.MATCH;
            default -> throw malformed(path + "'s pair", value, "\"differ\" or \"match\"");
        };
    }

    private static Mode only(String path, JsonNode value) {
        return switch (value.asText()) {
            case "sandbox" -> Mode.SANDBOX;
            case "live" -> Mode.LIVE;
            default -> throw malformed(path + "'s only", value, "\"sandbox\" or \"live\"");
        };
    }

    private static boolean promote(String path, JsonNode value) {
        if (!value.asText().equals("never")) {
            throw malformed(path + "'s promote", value, "\"never\"");
        }
        return true;
    }

    private static boolean isTrue(String what, JsonNode value) {
        if (!value.isBoolean()) {
            throw malformed(what, value, "true or false");
        }
        return value.asBoolean();
    }

    private static Failure malformed(String what, JsonNode value, String expected) {
        return Failure.usage(KEYWORD + ": " + what + " is " + value + ", not " + expected);
    }
}
