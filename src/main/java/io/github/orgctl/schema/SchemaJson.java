package io.github.orgctl.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.orgctl.core.model.configuration.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Parses JSON for validation. Equal numbers become equal nodes, whatever their spelling: 1, 1.0 and 10e-1. The
 * magnitude of a number is limited to {@value #MAX_MAGNITUDE} digits, since no arithmetic is possible with, for
 * example, 7e98765432100.
 */
final class SchemaJson {
    private static final int MAX_MAGNITUDE = 10_000;

    /** Exponents with more digits are reduced to their sign. */
    private static final int MAX_EXPONENT_DIGITS = 9;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Maximum nesting depth. Compiling a schema takes time quadratic in its depth. */
    static final int MAX_SCHEMA_DEPTH = 500;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_SCHEMA_DEPTH)
                    .build())
            .build();

    /** Parser for existing values, which are not rejected for depth or number of digits. */
    private static final JsonFactory VALUE_FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Value.MAX_BYTES)
                    .maxNumberLength(Value.MAX_BYTES)
                    .build())
            .build();

    /** An object contains a duplicate key. */
    static final class DuplicateKey extends JsonParseException {
        private static final long serialVersionUID = 1;

        DuplicateKey(JsonParser parser) {
            super(parser, "duplicate key", parser.currentTokenLocation());
        }
    }

    private SchemaJson() {}

    /**
     * @throws JsonProcessingException if the text is not a single JSON value, or an object in it contains a duplicate
     *     key
     */
    static JsonNode read(String text) throws JsonProcessingException {
        return read(FACTORY, text);
    }

    /**
     * @throws JsonProcessingException if the value's text is damaged
     */
    static JsonNode read(Value value) throws JsonProcessingException {
        return read(VALUE_FACTORY, value.json());
    }

    private static JsonNode read(JsonFactory factory, String text) throws JsonProcessingException {
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new JsonParseException(parser, "No content");
            }
            JsonNode node = node(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "Unexpected text after the end");
            }
            return node;
        } catch (JsonProcessingException malformed) {
            throw malformed;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JsonNode node(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> number(parser.getText());
        };
    }

    private static ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (object.has(name)) {
                throw new DuplicateKey(parser);
            }
            parser.nextToken();
            object.set(name, node(parser));
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(node(parser));
        }
        return array;
    }

    /** Parses a number into its canonical form. */
    static JsonNode number(String text) {
        BigDecimal decimal = decimal(text);
        if (decimal.signum() == 0) {
            return IntNode.valueOf(0);
        }
        BigDecimal stripped = decimal.stripTrailingZeros();
        if (stripped.scale() > 0) {
            return DecimalNode.valueOf(stripped);
        }
        BigInteger integer = stripped.toBigInteger();
        int bits = integer.bitLength();
        return bits < Integer.SIZE
                ? IntNode.valueOf(integer.intValue())
                : bits < Long.SIZE ? LongNode.valueOf(integer.longValue()) : BigIntegerNode.valueOf(integer);
    }

    private static BigDecimal decimal(String text) {
        int e = Math.max(text.indexOf('e'), text.indexOf('E'));
        BigDecimal mantissa = new BigDecimal(e < 0 ? text : text.substring(0, e));
        if (mantissa.signum() == 0) {
            return BigDecimal.ZERO;
        }
        // Position of the first digit. Neither it nor the exponent can overflow a long.
        long magnitude = (long) mantissa.precision() - mantissa.scale();
        long wanted = magnitude + (e < 0 ? 0 : exponent(text.substring(e + 1)));
        long most = Math.max(MAX_MAGNITUDE, mantissa.precision());
        long kept = Math.max(-most, Math.min(wanted, most));
        return mantissa.scaleByPowerOfTen((int) (kept - magnitude));
    }

    private static long exponent(String text) {
        boolean negative = text.startsWith("-");
        String digits = text.substring(negative || text.startsWith("+") ? 1 : 0);
        int zeros = 0;
        while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
            zeros++;
        }
        boolean fits = digits.length() - zeros <= MAX_EXPONENT_DIGITS;
        long exponent = fits ? Long.parseLong(digits.substring(zeros)) : Integer.MAX_VALUE;
        return negative ? -exponent : exponent;
    }
}
