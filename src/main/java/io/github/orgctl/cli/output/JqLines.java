package io.github.orgctl.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.orgctl.core.model.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Output;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.path.Path;

/**
 * What a jq expression makes of a result in JSON, one row a line: each value on a line of its own, strings bare, all else as
 * compact JSON. The expression sees the whole document, which has to fit into memory then, or each row by itself.
 */
final class JqLines implements Sink {
    /** What the expression is applied to. */
    enum Input {
        /** Each row by itself. */
        ROW,
        /** An array of all rows. */
        LIST,
        /** The only row, or null where there is none. */
        ONE
    }

    private static final String HINT = "--jq takes a jq 1.7 expression, such as '.[].slug'";
    private static final int MAX_BYTES_OF_SHORT_ROWS = 64 * 1024;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Scope scope = Scope.newChildScope(BuiltIn.FUNCTIONS);
    private final ByteArrayOutputStream json = new ByteArrayOutputStream();
    private final JsonGenerator generator;
    private final TextOut out;
    private final JsonQuery query;
    private final Input input;
    private final ArrayNode document = mapper.createArrayNode();
    private ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** @throws Failure USAGE when the expression is not one */
    JqLines(String expression, Input input, OutputStream out) throws IOException {
        generator = JsonStream.compact(json);
        this.input = input;
        this.out = new TextOut(out);
        query = compile(expression);
    }

    /**
     * Says at once what would otherwise be found out when the work is done.
     *
     * @throws Failure USAGE when the expression is not one, or calls what is no function
     */
    static void check(String expression) {
        String unknown = new JqFunctions(BuiltIn.FUNCTIONS).unknownIn(compile(expression));
        if (unknown != null) {
            throw Failure.usage(
                    "the jq expression can't be read: Function " + Visible.line(unknown) + " does not exist", HINT);
        }
    }

    private static JsonQuery compile(String expression) {
        try {
            return JsonQuery.compile(expression, Versions.JQ_1_7);
        } catch (JsonQueryException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int start = offset;
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                line.write(bytes, start, i - start);
                row(mapper.readTree(line.toByteArray()));
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

    /** The expression has not seen all of the document. */
    @Override
    public void abandon() throws IOException {
        out.flush();
    }

    private void apply(JsonNode node) throws IOException {
        try {
            query.apply(scope, node, new Lines());
        } catch (StackOverflowError endless) {
            throw new Failure(Failure.Kind.USAGE, "the jq expression fails: it calls itself too deeply", HINT, endless);
        } catch (JsonQueryException e) {
            throw failed(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    // The parser says where it stopped in the first line, and then lists every token that it knows.
    private static Failure unreadable(JsonQueryException e) {
        String reason = e.getCause() == null
                ? e.getMessage()
                : String.valueOf(e.getCause().getMessage());
        int line = reason.indexOf('\n');
        String first = line < 0 ? reason : reason.substring(0, line);
        int end = first.length();
        while (end > 0 && (first.charAt(end - 1) == '.' || first.charAt(end - 1) == ',')) {
            end--;
        }
        return failure("the jq expression can't be read: " + first.substring(0, end), e);
    }

    // An expression that does not fit the data is as much the user's to mend as one that can't be read.
    private static Failure failed(JsonQueryException e) {
        return failure("the jq expression fails: " + e.getMessage(), e);
    }

    private static Failure failure(String message, JsonQueryException cause) {
        return new Failure(Failure.Kind.USAGE, Visible.line(message), HINT, cause);
    }

    private void print(JsonNode result) throws IOException {
        if (result.isTextual()) {
            out.append(Visible.block(result.textValue())).endLine();
            return;
        }
        json.reset();
        mapper.writeTree(generator, result);
        generator.flush();
        out.append(json.toString(StandardCharsets.UTF_8)).endLine();
    }

    /** Loaded once: some of them are defined in jq. */
    private static final class BuiltIn {
        static final Scope FUNCTIONS = Scope.newEmptyScope();

        static {
            BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_7, FUNCTIONS);
        }
    }

    private final class Lines implements Output {
        @Override
        public void emit(JsonNode result) {
            try {
                print(result);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void emit(JsonNode result, Path path) {
            emit(result);
        }
    }
}
