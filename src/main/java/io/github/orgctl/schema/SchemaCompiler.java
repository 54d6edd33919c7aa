package io.github.orgctl.schema;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.DialectId;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.FormatKeyword;
import io.github.orgctl.core.model.configuration.KeyPolicy;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.ProjectSchema;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.PatternSyntaxException;

/** Makes schemas of texts. Formats count as rules; the language of messages is always English. */
final class SchemaCompiler {
    private SchemaCompiler() {}

    /**
     * @throws Failure USAGE when the text is not a schema that can be used
     */
    static ProjectSchema compile(String text, Duration limit) {
        ObjectNode root = object(text);
        SchemaRegistry registry = registry();
        refuseOtherDialect(root);
        refuseMalformed(registry, root);
        SchemaReferences references = new SchemaReferences(root);
        references.strays().forEach(stray -> refuseMalformed(registry, stray));
        new Circles(references).refuse();
        List<KeyPolicy> policies = new Policies(root, references).collected();
        return new UnderstoodSchema(compiled(registry, root), policies, limit);
    }

    private static ObjectNode object(String text) {
        try {
            if (SchemaJson.read(text) instanceof ObjectNode root) {
                return root;
            }
        } catch (JsonProcessingException malformed) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "the schema is not JSON: " + malformed.getOriginalMessage() + place(malformed.getLocation()),
                    malformed);
        }
        throw Failure.usage("the schema is not a JSON object", "the smallest schema is {}");
    }

    /** Where it stopped, which not every refusal of the library tells. */
    private static String place(JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr();
    }

    private static SchemaRegistry registry() {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .locale(Locale.ROOT)
                .formatAssertionsEnabled(true)
                .preloadSchema(true)
                .regularExpressionFactory(new SchemaPatterns())
                // Addresses are checked with the references to them, and may be relative.
                .schemaIdValidator((id, root, location, resolved, context) -> true)
                .build();
        return SchemaRegistry.withDialect(dialect(), builder -> builder.schemaRegistryConfig(config));
    }

    /** The keyword for formats can't be replaced; nothing takes long in it. */
    private static Dialect dialect() {
        Dialect standard = Dialects.getDraft202012();
        return Dialect.builder(standard)
                .formats(StandardFormats::replace)
                .keywords(keywords -> {
                    keywords.putAll(standard.getKeywords());
                    keywords.put("multipleOf", new MultipleOf());
                    keywords.replaceAll((name, keyword) ->
                            keyword instanceof FormatKeyword ? keyword : new WatchedKeyword(keyword));
                })
                .build();
    }

    private static void refuseOtherDialect(JsonNode root) {
        JsonNode dialect = root.path("$schema");
        if (!dialect.isMissingNode() && !dialect.asText().replaceFirst("#$", "").equals(DialectId.DRAFT_2020_12)) {
            throw Failure.usage(
                    "the schema is written for " + dialect.asText() + ", not for JSON Schema 2020-12",
                    "set \"$schema\" to \"" + DialectId.DRAFT_2020_12 + "\", or leave it out");
        }
    }

    private static void refuseMalformed(SchemaRegistry registry, JsonNode root) {
        List<Error> errors =
                registry.getSchema(SchemaLocation.of(DialectId.DRAFT_2020_12)).validate(root);
        if (!errors.isEmpty()) {
            Error first = errors.get(0);
            throw Failure.usage(
                    "the schema is not a JSON Schema: at '" + first.getInstanceLocation() + "': " + first.getMessage());
        }
    }

    private static Schema compiled(SchemaRegistry registry, JsonNode root) {
        try {
            Schema schema = registry.getSchema(root);
            schema.validate(JsonNodeFactory.instance.objectNode());
            return schema;
        } catch (SchemaException | PatternSyntaxException unusable) {
            throw new Failure(Failure.Kind.USAGE, "the schema can't be used: " + unusable.getMessage(), unusable);
        }
    }
}
