package io.github.orgctl.cli.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.github.orgctl.cli.ValueParser;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.JsonTree;
import io.github.orgctl.core.model.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads a document of JSON, or of YAML as far as it says what JSON can. */
final class TreeReader {
    private final JsonFactory factory;
    private final String language;

    TreeReader(JsonFactory factory, String language) {
        this.factory = factory.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        this.language = language;
    }

    /**
     * @throws Failure USAGE when the text is not exactly one document; the message names the line
     */
    JsonTree read(String text) {
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() == null) {
                throw Failure.usage("there is nothing in it", null);
            }
            JsonTree tree = tree(parser);
            if (parser.nextToken() != null) {
                throw refused(parser, "there is more than one document", "keep one of them");
            }
            return tree;
        } catch (JsonProcessingException malformed) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "this is not " + language + line(malformed.getLocation()) + ": "
                            + withoutExcerpt(ValueParser.problem(malformed)),
                    null,
                    malformed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private JsonTree tree(JsonParser parser) throws IOException {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw refused(parser, "an alias is not taken", "write the value itself");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> new JsonTree(array(parser), null);
            case VALUE_STRING -> new JsonTree(text(parser.getText()), null);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonTree(number(parser.getText()), null);
            case VALUE_TRUE -> new JsonTree("true", null);
            case VALUE_FALSE -> new JsonTree("false", null);
            case VALUE_NULL -> new JsonTree("null", null);
            default -> throw refused(parser, "JSON has no such value", "write it as a text");
        };
    }

    private JsonTree object(JsonParser parser) throws IOException {
        SortedMap<String, JsonTree> members = new TreeMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, tree(parser));
        }
        StringJoiner json = new StringJoiner(",", "{", "}");
        members.forEach((name, member) -> json.add(text(name) + ":" + member.json()));
        return new JsonTree(json.toString(), members);
    }

    private String array(JsonParser parser) throws IOException {
        StringJoiner json = new StringJoiner(",", "[", "]");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            json.add(tree(parser).json());
        }
        return json.toString();
    }

    /** What YAML takes for a number and JSON does not, such as {@code 0123} or {@code 1_000}, stays what was written. */
    private static String number(String digits) {
        return ValueParser.guess(digits).json();
    }

    private static String text(String text) {
        return Value.ofText(text).json();
    }

    /** YAML's messages quote the text between their sentences, indented. */
    private static String withoutExcerpt(String message) {
        return message.lines().filter(line -> !line.startsWith(" ")).collect(Collectors.joining(": "));
    }

    private static Failure refused(JsonParser parser, String message, String hint) {
        return Failure.usage(message + line(parser.currentTokenLocation()), hint);
    }

    private static String line(JsonLocation location) {
        return location == null ? "" : " in line " + location.getLineNr();
    }
}
