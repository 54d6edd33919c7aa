package io.github.orgctl.cli.document;

import io.github.orgctl.core.model.configuration.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An uninterpreted value of a document, with its position. */
final class DocumentNode {
    /** Kind of a JSON value. */
    enum Kind {
        OBJECT("an object"),
        LIST("a list"),
        STRING("a string"),
        NUMBER("a number"),
        BOOLEAN("true or false"),
        NULL("null");

        private final String phrase;

        Kind(String phrase) {
            this.phrase = phrase;
        }

        @Override
        public String toString() {
            return phrase;
        }
    }

    private final Kind kind;
    private final String text;
    private final DocumentPlace place;
    private final Map<String, DocumentNode> members;
    private final Map<String, DocumentPlace> names;
    private final List<DocumentNode> items;

    private DocumentNode(Kind kind, String text, DocumentPlace place) {
        this.kind = kind;
        this.text = text;
        this.place = place;
        this.members = kind == Kind.OBJECT ? new LinkedHashMap<>() : null;
        this.names = kind == Kind.OBJECT ? new LinkedHashMap<>() : null;
        this.items = kind == Kind.LIST ? new ArrayList<>() : null;
    }

    static DocumentNode object(DocumentPlace place) {
        return new DocumentNode(Kind.OBJECT, null, place);
    }

    static DocumentNode list(DocumentPlace place) {
        return new DocumentNode(Kind.LIST, null, place);
    }

    static DocumentNode string(String text, DocumentPlace place) {
        return new DocumentNode(Kind.STRING, text, place);
    }

    /** A number, true, false or null, from its JSON. */
    static DocumentNode literal(String json, DocumentPlace place) {
        Kind kind =
                switch (json) {
                    case "null" -> Kind.NULL;
                    case "true", "false" -> Kind.BOOLEAN;
                    default -> Kind.NUMBER;
                };
        return new DocumentNode(kind, json, place);
    }

    Kind kind() {
        return kind;
    }

    DocumentPlace place() {
        return place;
    }

    /** The string, or the JSON of a number, a boolean or null. */
    String text() {
        return text;
    }

    /** The members of an object in their order. */
    Map<String, DocumentNode> members() {
        return members;
    }

    /** Position of the name of a member. */
    DocumentPlace placeOf(String name) {
        return names.get(name);
    }

    /** Previous position of the name of a member, or null if it is new. */
    DocumentPlace name(String name, DocumentPlace at) {
        return names.putIfAbsent(name, at);
    }

    List<DocumentNode> items() {
        return items;
    }

    /** Its canonical JSON. */
    String json() {
        StringBuilder json = new StringBuilder();
        append(json);
        return json.toString();
    }

    private void append(StringBuilder json) {
        switch (kind) {
            case STRING -> json.append(Value.json(text));
            case OBJECT -> {
                String separator = "{";
                for (Map.Entry<String, DocumentNode> member : new TreeMap<>(members).entrySet()) {
                    json.append(separator).append(Value.json(member.getKey())).append(':');
                    member.getValue().append(json);
                    separator = ",";
                }
                json.append(members.isEmpty() ? "{}" : "}");
            }
            case LIST -> {
                String separator = "[";
                for (DocumentNode item : items) {
                    json.append(separator);
                    item.append(json);
                    separator = ",";
                }
                json.append(items.isEmpty() ? "[]" : "]");
            }
            default -> json.append(text);
        }
    }
}
