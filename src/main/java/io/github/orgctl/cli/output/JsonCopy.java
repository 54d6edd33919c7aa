package io.github.orgctl.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import io.github.orgctl.cli.shape.JsonText;
import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;

/**
 * Copies JSON text to a generator token by token, so that it gets the generator's escaping and indentation. Numbers
 * keep their digits.
 */
public final class JsonCopy {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().streamReadConstraints(JsonLimits.none()).build();

    private JsonCopy() {}

    /**
     * @throws Failure DAMAGED if the text is not JSON, which is possible only in a damaged store
     */
    public static void copy(JsonText text, JsonGenerator to) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text.json())) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw damaged(null);
            }
            for (; token != null; token = parser.nextToken()) {
                copy(token, parser, to);
            }
        } catch (StreamReadException e) {
            throw damaged(e);
        }
    }

    private static void copy(JsonToken token, JsonParser parser, JsonGenerator to) throws IOException {
        switch (token) {
            case START_OBJECT -> to.writeStartObject();
            case END_OBJECT -> to.writeEndObject();
            case START_ARRAY -> to.writeStartArray();
            case END_ARRAY -> to.writeEndArray();
            case FIELD_NAME -> to.writeFieldName(parser.currentName());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> to.writeNumber(parser.getText());
            case VALUE_TRUE -> to.writeBoolean(true);
            case VALUE_FALSE -> to.writeBoolean(false);
            case VALUE_NULL -> to.writeNull();
            default -> to.writeString(parser.getText());
        }
    }

    private static Failure damaged(StreamReadException cause) {
        return new Failure(Failure.Kind.DAMAGED, "a stored value is not JSON", "run 'orgctl store check'", cause);
    }
}
