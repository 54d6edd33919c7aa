package io.github.orgctl.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.orgctl.cli.jq.JqFilter;
import io.github.orgctl.cli.jq.JqNumber;
import io.github.orgctl.cli.text.Visible;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Renders the results of a jq expression, one per line: strings unquoted, everything else as compact JSON. The
 * expression is applied to the whole document, which must then fit in memory, or to each row.
 */
final class JqLines implements Sink {
    /** Input of the expression. */
    enum Input {
        /** Each row separately. */
        ROW,
        /** An array of all rows. */
        LIST,
        /** The only row, or null if there is none. */
        ONE
    }

    private static final JsonFactory FACTORY =
            JsonFactory.builder().streamReadConstraints(JsonLimits.none()).build();
    private static final int MAX_BYTES_OF_SHORT_ROWS = 64 * 1024;

    private final ObjectMapper mapper = new ObjectMapper();
    private final ByteArrayOutputStream json = new ByteArrayOutputStream();
    private final JsonGenerator generator;
    private final TextOut out;
    private final JqFilter filter;
    private final Input input;
    private final ArrayNode document = mapper.createArrayNode();
    private ByteArrayOutputStream line = new ByteArrayOutputStream();

    JqLines(JqFilter filter, Input input, OutputStream out) throws IOException {
        generator = JsonStream.compact(json);
        this.filter = filter;
        this.input = input;
        this.out = new TextOut(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int start = offset;
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                line.write(bytes, start, i - start);
                row(read(line.toByteArray()));
                line = line.size() > MAX_BYTES_OF_SHORT_ROWS ? new ByteArrayOutputStream() : line;
                line.reset();
                start = i + 1;
            }
        }
        line.write(bytes, start, offset + length - start);
        if (input == Input.ROW) {
            out.flush();
        }
    }

    private void row(JsonNode row) throws IOException {
        if (input == Input.ROW) {
            apply(row);
        } else {
            document.add(row);
        }
    }

    @Override
    public void finish() throws IOException {
        switch (input) {
            case ROW -> {}
            case LIST -> apply(document);
            case ONE -> apply(document.isEmpty() ? NullNode.getInstance() : document.get(0));
        }
        out.flush();
    }

    /** Skips the expression: it has not received the whole document. */
    @Override
    public void abandon() throws IOException {
        out.flush();
    }

    private static JsonNode read(byte[] row) throws IOException {
        try (JsonParser parser = FACTORY.createParser(row)) {
            return JqNumber.read(parser);
        }
    }

    private void apply(JsonNode node) throws IOException {
        try {
            filter.apply(node, this::emit);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void emit(JsonNode result) {
        try {
            print(result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    /** Formats calculated numbers as jq does. */
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
