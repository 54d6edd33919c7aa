package io.github.orgctl.cli.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.orgctl.cli.format.ValueParser;
import io.github.orgctl.cli.output.JsonLimits;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads the concatenated JSON documents of a file. */
final class JsonDocuments {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().streamReadConstraints(JsonLimits.none()).build();

    private final String file;
    private final DocumentNodes nodes;
    private final JsonParser parser;

    private JsonDocuments(String file, DocumentNodes nodes, JsonParser parser) {
        this.file = file;
        this.nodes = nodes;
        this.parser = parser;
    }

    static void read(String file, String text, DocumentNodes nodes) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonDocuments reader = new JsonDocuments(file, nodes, parser);
            try {
                while (parser.nextToken() != null) {
                    nodes.add(reader.node());
                }
            } catch (JsonProcessingException malformed) {
                JsonLocation at = malformed.getLocation();
                nodes.problems()
                        .add(
                                at == null ? new DocumentPlace(file, 1, 1) : reader.place(at),
                                "this is not JSON: " + ValueParser.problem(malformed));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private DocumentPlace place(JsonLocation at) {
        return new DocumentPlace(file, at.getLineNr(), at.getColumnNr());
    }

    private DocumentNode node() throws IOException {
        DocumentPlace at = place(parser.currentTokenLocation());
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return nodes.string(parser.getText(), at);
        }
        if (token.isScalarValue()) {
            return nodes.literal(parser.getText(), at);
        }
        DocumentNode node = nodes.begin(token == JsonToken.START_OBJECT, at);
        if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                nodes.name(node, name, place(parser.currentTokenLocation()));
                parser.nextToken();
                node.members().put(name, node());
            }
        } else {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                node.items().add(node());
            }
        }
        nodes.end();
        return node;
    }
}
