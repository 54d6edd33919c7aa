package io.github.orgctl.docs;

import io.github.orgctl.cli.document.DocumentField;
import io.github.orgctl.cli.document.DocumentForm;
import io.github.orgctl.cli.document.DocumentJson;
import io.github.orgctl.core.model.configuration.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The published JSON Schema of documents, from the declarations that the reader and the writer use. */
public final class DocumentSchema {
    private static final String DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    private static final String SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$";

    private DocumentSchema() {}

    public static String json() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "orgctl document, " + DocumentField.VERSION);
        schema.put(
                "oneOf",
                Stream.of(DocumentForm.values())
                        .filter(form -> form.kind() != null)
                        .map(DocumentSchema::reference)
                        .toList());
        Map<String, Object> definitions = new LinkedHashMap<>();
        for (DocumentForm form : DocumentForm.values()) {
            definitions.put(name(form), object(form));
        }
        schema.put("$defs", definitions);
        return DocumentJson.indented(List.of(schema));
    }

    private static String name(DocumentForm form) {
        StringBuilder name = new StringBuilder();
        for (String word : form.name().toLowerCase(java.util.Locale.ROOT).split("_")) {
            name.append(name.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    private static Map<String, Object> reference(DocumentForm form) {
        return map("$ref", "#/$defs/" + name(form));
    }

    private static Map<String, Object> object(DocumentForm form) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<Object> required = new ArrayList<>();
        for (DocumentField field : form.fields()) {
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("description", field.description());
            property.putAll(
                    switch (field) {
                        case API_VERSION -> map("const", DocumentField.VERSION);
                        case KIND -> map("const", form.kind());
                        default -> content(field.content());
                    });
            properties.put(field.jsonName(), property);
            if (field.isRequired()) {
                required.add(field.jsonName());
            }
        }
        return map(
                "type",
                "object",
                "properties",
                properties,
                "required",
                required,
                "additionalProperties",
                literal("false"));
    }

    private static Map<String, Object> content(DocumentField.Content content) {
        return switch (content) {
            case TEXT -> map("type", "string");
            case SLUG -> map("type", "string", "pattern", SLUG, "maxLength", literal("63"));
            case ID -> map("type", "string", "pattern", "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$");
            case FORMER_NAME -> map("type", "string", "pattern", "^[a-z0-9-]+(/[a-z0-9-]+)?$");
            case LIVE_WRITES -> map("enum", List.of("developer", "admin", "owner"));
            case ROLE -> map("enum", List.of("viewer", "developer", "admin", "owner"));
            case SCHEMA -> map("type", List.of("string", "object"));
            case VALUES -> map("type", "object", "propertyNames", key());
            case SECRETS ->
                map(
                        "type",
                        "object",
                        "propertyNames",
                        key(),
                        "additionalProperties",
                        map("type", "string", "pattern", "^(stored|env:.+|file:/.*|cmd:.+)$"));
            case ENVIRONMENT -> reference(DocumentForm.ENVIRONMENT);
            case BOOLEAN -> map("type", "boolean");
            case COUNT -> map("type", "integer", "minimum", literal("0"));
            case DECIMAL ->
                map("type", List.of("number", "string"), "minimum", literal("0"), "pattern", "^[0-9]+(\\.[0-9]+)?$");
            case CURRENCY -> map("type", "string", "pattern", "^[A-Z]{3}$");
            case DAY -> map("type", "string", "pattern", DAY);
            case OPTIONAL_DAY -> map("type", "string", "pattern", "^$|" + DAY);
            case METERS ->
                map(
                        "type",
                        "object",
                        "propertyNames",
                        map("pattern", "^[a-z0-9]+([-_.][a-z0-9]+)*$", "maxLength", literal("63")),
                        "additionalProperties",
                        map("type", List.of("number", "string")));
            case BILLING -> reference(DocumentForm.BILLING);
            case SCHEDULED_PRICES -> map("type", "array", "items", reference(DocumentForm.PRICES));
            case SCHEDULED_TERMS -> map("type", "array", "items", reference(DocumentForm.TERMS));
            case MEMBERS -> map("type", "array", "items", reference(DocumentForm.MEMBER));
            case PROJECTS -> map("type", "array", "items", reference(DocumentForm.LISTED_PROJECT));
        };
    }

    private static Map<String, Object> key() {
        return map("pattern", "^[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){0,9}$", "maxLength", literal("200"));
    }

    private static Value literal(String json) {
        return new Value(json);
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return map;
    }
}
