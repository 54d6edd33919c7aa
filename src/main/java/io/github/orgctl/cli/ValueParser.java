package io.github.orgctl.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Turns JSON text into values: without spaces, members in the order of their names, numbers with the digits given. */
public final class ValueParser {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ValueParser() {}

    /**
     * The value a JSON text is.
     *
     * @throws Failure USAGE when it is not exactly one JSON value
     */
    public static Value json(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw Failure.usage("an empty text is not JSON", "write \"\" for an empty text");
            }
            StringBuilder json = new StringBuilder(text.length());
            write(parser, json);
            if (parser.nextToken() != null) {
                throw Failure.usage("there is more than one JSON value", "put several into a list: [1, 2]");
            }
            return new Value(json.toString());
        } catch (StreamReadException malformed) {
            throw new Failure(Failure.Kind.USAGE, "this is not JSON: " + problem(malformed), null, malformed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What the library says is wrong, without its remark on why it does not quote the text. */
    public static String problem(JsonProcessingException malformed) {
        return malformed.getOriginalMessage().replaceAll("\\[Source: [^;]*; ([^]]*)]", "$1");
    }

    /** The value that somebody most likely means: a JSON number, truth value, list or object, or else a text. */
    public static Value guess(String text) {
        char first = text.isBlank() ? ' ' : text.strip().charAt(0);
        boolean mayBeJson = first == '{'
                || first == '['
                || first == '-'
                || first >= '0' && first <= '9'
                || first == 't'
                || first == 'f';
        if (!mayBeJson) {
            return Value.ofText(text);
        }
        try {
            return json(text);
        } catch (Failure noJson) {
            return Value.ofText(text);
        }
    }

    private static void write(JsonParser parser, StringBuilder json) throws IOException {
        JsonToken token = parser.currentToken();
        switch (token) {
            case START_OBJECT -> writeObject(parser, json);
            case START_ARRAY -> writeArray(parser, json);
            case VALUE_STRING -> json.append(Value.ofText(parser.getText()).json());
            default -> json.append(parser.getText());
        }
    }

    private static void writeObject(JsonParser parser, StringBuilder json) throws IOException {
        Map<String, String> members = new TreeMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            StringBuilder member = new StringBuilder();
            write(parser, member);
            members.put(name, member.toString());
        }
        json.append('{');
        String separator = "";
        for (Map.Entry<String, String> member : members.entrySet()) {
            json.append(separator).append(Value.ofText(member.getKey()).json()).append(':');
            json.append(member.getValue());
            separator = ",";
        }
        json.append('}');
    }

    private static void writeArray(JsonParser parser, StringBuilder json) throws IOException {
        json.append('[');
        String separator = "";
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            json.append(separator);
            write(parser, json);
            separator = ",";
        }
        json.append(']');
    }
}
