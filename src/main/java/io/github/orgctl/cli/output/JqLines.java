package io.github.orgctl.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.orgctl.cli.JsonLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a jq expression makes of the result, one value a line: strings bare, all else as compact JSON. The expression
 * sees the whole document, which has to fit into memory then, or each row by itself.
 */
final class JqLines<T> implements Renderer<T> {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().streamReadConstraints(JsonLimits.none()).build();

    private final ObjectMapper mapper = new ObjectMapper();
    private final ByteArrayOutputStream json = new ByteArrayOutputStream();
    private final JsonGenerator generator;
    private final JsonRows<T> rows;
    private final TextOut out;
    private final JqFilter filter;
    private final ArrayNode document;

    /** @param wholeDocument whether the expression is applied to all rows at once */
    JqLines(List<Field<T>> fields, JqFilter filter, boolean wholeDocument, OutputStream out) throws IOException {
        generator = JsonStream.compact(json);
        rows = new JsonRows<>(fields, generator);
        this.out = new TextOut(out);
        document = wholeDocument ? mapper.createArrayNode() : null;
        this.filter = filter;
    }

    @Override
    public void row(T row) throws IOException {
        if (document == null) {
            apply(node(row));
        } else {
            document.add(node(row));
        }
    }

    @Override
    public void end() throws IOException {
        if (document != null) {
            apply(document);
        }
        out.flush();
    }

    @Override
    public void one(T row) throws IOException {
        if (row != null) {
            apply(node(row));
        } else if (document != null) {
            apply(NullNode.getInstance());
        }
        out.flush();
    }

    private JsonNode node(T row) throws IOException {
        json.reset();
        rows.write(row);
        generator.flush();
        try (JsonParser parser = FACTORY.createParser(json.toByteArray())) {
            return JqNumber.read(parser);
        }
    }

    private void apply(JsonNode input) throws IOException {
        try {
            filter.apply(input, this::emit);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void print(JsonNode result) throws IOException {
        if (result.isTextual()) {
            out.append(Visible.block(result.textValue())).endLine();
            return;
        }
        json.reset();
        mapper.writeTree(new Doubles(generator), result);
        generator.flush();
        out.append(json.toString(StandardCharsets.UTF_8)).endLine();
    }

    private void emit(JsonNode result) {
        try {
            print(result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the results of calculations as jq does. */
    private static final class Doubles extends JsonGeneratorDelegate {
        private Doubles(JsonGenerator to) {
            super(to, false);
        }

        @Override
        public void writeNumber(double value) throws IOException {
            delegate.writeNumber(JqNumber.text(value));
        }
    }
}
