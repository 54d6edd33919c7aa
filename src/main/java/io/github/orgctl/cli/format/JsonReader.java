package io.github.orgctl.cli.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.orgctl.cli.output.JsonLimits;
import io.github.orgctl.core.model.configuration.JsonTree;
import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.StringJoiner;

/** Parses a JSON document. */
public final class JsonReader {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().streamReadConstraints(JsonLimits.none()).build();

    private static final String NULL = "null";

    private final JsonParser parser;
    private final JsonTrees trees = new JsonTrees();

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * @throws Failure USAGE if the text is not exactly one document; the message names the line
     */
    public static JsonTree read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new JsonReader(parser).document();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Parses a document, or returns null if the text is not exactly one. */
    public static JsonTree find(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            JsonTree tree = new JsonReader(parser).tree();
            return parser.nextToken() == null ? tree : null;
        } catch (JsonProcessingException malformed) {
            return null;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private JsonTree document() throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw Failure.usage("it is empty");
            }
            JsonTree tree = tree();
            if (parser.nextToken() != null) {
                throw trees.refused("more than one JSON value", line(), "combine them into a list: [1, 2]");
            }
            return tree;
        } catch (JsonProcessingException malformed) {
            int line = malformed.getLocation() == null
                    ? 1
                    : malformed.getLocation().getLineNr();
            throw trees.refused("this is not JSON: " + ValueParser.problem(malformed), line);
        }
    }

    private JsonTree tree() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> trees.text(parser.getText(), line());
            case VALUE_NULL -> new JsonTree(NULL, null, null, line());
            default -> new JsonTree(parser.getText(), null, parser.getText(), line());
        };
    }

    private JsonTree object() throws IOException {
        JsonTrees.Members members = trees.object(line());
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            members.begin(parser.currentName(), line());
            parser.nextToken();
            members.end(tree());
        }
        return members.tree();
    }

    private JsonTree list() throws IOException {
        int first = line();
        StringJoiner list = trees.list(first);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(tree().json());
        }
        return trees.tree(list).in(first);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
