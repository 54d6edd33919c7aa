package io.github.orgctl.cli.jq;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A number that keeps its digits as long as nothing is calculated with it; jq calculates with doubles. Where the digits
 * are those that any number would be written with, a plain node does.
 */
public final class JqNumber extends NumericNode {
    private static final long serialVersionUID = 1L;
    private static final long MAX_EXACT = 1L << 53;
    private static final int MAX_EXACT_DIGITS = 16;
    private static final double MAX_PLAIN = 1e17;
    private static final double MIN_PLAIN = 1e-4;

    private final String digits;
    private final double value;

    private JqNumber(String digits, double value) {
        this.digits = digits;
        this.value = value;
    }

    /** A number with the given digits of a JSON text. */
    static JsonNode of(String digits) {
        if (digits.length() <= MAX_EXACT_DIGITS && isInteger(digits)) {
            return LongNode.valueOf(Long.parseLong(digits));
        }
        return new JqNumber(digits, Double.parseDouble(digits));
    }

    /** The result of a calculation, formatted as jq formats it. */
    static JsonNode of(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= MAX_EXACT) {
            return LongNode.valueOf((long) value);
        }
        return Double.isNaN(value) ? DoubleNode.valueOf(value) : new JqNumber(text(value), value);
    }

    /** Writes a double like jq: infinities as the largest number, NaN as null. */
    public static String text(double value) {
        if (Double.isNaN(value)) {
            return "null";
        }
        double finite = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
        double size = Math.abs(finite);
        BigDecimal decimal = new BigDecimal(Double.toString(finite)).stripTrailingZeros();
        if (size == 0 || size >= MIN_PLAIN && size < MAX_PLAIN) {
            return size == 0 && 1 / value < 0 ? "-0" : decimal.toPlainString();
        }
        int exponent = decimal.precision() - decimal.scale() - 1;
        String mantissa = decimal.movePointLeft(exponent).toPlainString();
        String sign = exponent < 0 ? "-" : "+";
        return mantissa + "e" + sign + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    private static boolean isInteger(String digits) {
        if (digits.equals("-0")) {
            return false;
        }
        for (int i = digits.charAt(0) == '-' ? 1 : 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Reads a JSON value at the parser's next token. */
    public static JsonNode read(JsonParser parser) throws IOException {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        Deque<JsonNode> open = new ArrayDeque<>();
        String name = null;
        while (true) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.FIELD_NAME) {
                name = parser.currentName();
                continue;
            }
            JsonNode value =
                    switch (token) {
                        case START_OBJECT -> nodes.objectNode();
                        case START_ARRAY -> nodes.arrayNode();
                        case END_OBJECT, END_ARRAY -> open.pop();
                        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> of(parser.getText());
                        case VALUE_TRUE -> BooleanNode.TRUE;
                        case VALUE_FALSE -> BooleanNode.FALSE;
                        case VALUE_NULL -> NullNode.getInstance();
                        default -> TextNode.valueOf(parser.getText());
                    };
            if (!token.isStructEnd()) {
                addTo(open.peek(), name, value);
            }
            if (token.isStructStart()) {
                open.push(value);
            } else if (open.isEmpty()) {
                return value;
            }
        }
    }

    private static void addTo(JsonNode parent, String name, JsonNode value) {
        if (parent instanceof ArrayNode array) {
            array.add(value);
        } else if (parent instanceof ObjectNode object) {
            object.set(name, value);
        }
    }

    @Override
    public JsonToken asToken() {
        return JsonToken.VALUE_NUMBER_FLOAT;
    }

    @Override
    public JsonParser.NumberType numberType() {
        return JsonParser.NumberType.DOUBLE;
    }

    @Override
    public Number numberValue() {
        return value;
    }

    @Override
    public int intValue() {
        return (int) value;
    }

    @Override
    public long longValue() {
        return (long) value;
    }

    @Override
    public double doubleValue() {
        return value;
    }

    @Override
    public BigDecimal decimalValue() {
        return BigDecimal.valueOf(value);
    }

    @Override
    public BigInteger bigIntegerValue() {
        return decimalValue().toBigInteger();
    }

    @Override
    public boolean canConvertToInt() {
        return value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE;
    }

    @Override
    public boolean canConvertToLong() {
        return value >= Long.MIN_VALUE && value <= Long.MAX_VALUE;
    }

    @Override
    public String asText() {
        return digits;
    }

    @Override
    public void serialize(JsonGenerator to, SerializerProvider provider) throws IOException {
        to.writeNumber(digits);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JqNumber number && number.value == value;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(value);
    }
}
