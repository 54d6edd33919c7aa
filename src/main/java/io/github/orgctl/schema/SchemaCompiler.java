package io.github.orgctl.schema;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
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

/** Compiles schemas. Formats are validated; messages are always in English. */
final class SchemaCompiler {
    private SchemaCompiler() {}

    /**
     * @throws Failure USAGE if the text is not a valid or supported schema
     */
    static ProjectSchema compile(String text, Duration limit) {
        ObjectNode root = object(text);
        SchemaRegistry registry = registry();
        refuseOtherDialect(root);
        refuseMalformed(registry, root);
        SchemaReferences references = new SchemaReferences(root);
        references.strays().forEach(stray -> refuseMalformed(registry, stray));
        new ReferenceCycles(references).refuse();
        List<KeyPolicy> policies = new Policies(root, references).collected();
        return new CompiledSchema(compiled(registry, root), policies, limit);
    }

    private static ObjectNode object(String text) {
        try {
            if (SchemaJson.read(text) instanceof ObjectNode root) {
                return root;
            }
        } catch (JsonProcessingException malformed) {
            throw new Failure(Failure.Kind.USAGE, "the schema is not JSON: " + problem(malformed), malformed);
        }
        throw Failure.usage("the schema is not a JSON object", "the smallest schema is {}");
    }

    /**
     * Describes the problem and its position, which not all of the library's messages include, without quoting the
     * text.
     */
    private static String problem(JsonProcessingException malformed) {
        JsonLocation place = malformed.getLocation();
        String where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        return kind(malformed) + where;
    }

    private static String kind(JsonProcessingException malformed) {
        if (malformed instanceof SchemaJson.DuplicateKey) {
            return malformed.getOriginalMessage();
        }
        if (malformed instanceof StreamConstraintsException) {
            return "more than " + SchemaJson.MAX_SCHEMA_DEPTH + " levels";
        }
        return malformed instanceof JsonEOFException ? "unexpected end" : "unexpected text";
    }

    private static SchemaRegistry registry() {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .locale(Locale.ROOT)
                .formatAssertionsEnabled(true)
                .preloadSchema(true)
                .regularExpressionFactory(new SchemaPatterns())
                // Ids are checked together with the references, and may be relative.
                .schemaIdValidator((id, root, location, resolved, context) -> true)
                .build();
        return SchemaRegistry.withDialect(dialect(), builder -> builder.schemaRegistryConfig(config));
    }

    /** The dialect with watched keywords. The keyword {@code format} can't be replaced; it is always fast. */
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
