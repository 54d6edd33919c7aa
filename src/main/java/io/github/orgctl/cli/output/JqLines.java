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
import java.util.List;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Output;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.path.Path;

/**
 * What a jq expression makes of the result, one value a line: strings bare, all else as compact JSON. The expression
 * sees the whole document, which has to fit into memory then, or each row by itself.
 */
final class JqLines<T> implements Renderer<T> {
    private final ObjectMapper mapper = new ObjectMapper();
    private final Scope scope = Scope.newEmptyScope();
    private final ByteArrayOutputStream json = new ByteArrayOutputStream();
    private final JsonGenerator generator;
    private final JsonRows<T> rows;
    private final TextOut out;
    private final JsonQuery query;
    private final ArrayNode document;

    /**
     * @param wholeDocument whether the expression is applied to all rows at once
     * @throws Failure USAGE when the expression is not one
     */
    JqLines(List<Field<T>> fields, String expression, boolean wholeDocument, OutputStream out) throws IOException {
        generator = JsonStream.compact(json);
        rows = new JsonRows<>(fields, generator);
        this.out = new TextOut(out);
        document = wholeDocument ? mapper.createArrayNode() : null;
        BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_7, scope);
        query = parse(expression);
    }

    /** @throws Failure USAGE when the expression is not one */
    static JsonQuery parse(String expression) {
        try {
            return JsonQuery.compile(expression, Versions.JQ_1_7);
        } catch (JsonQueryException e) {
            throw unreadable(e);
        }
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
        return mapper.readTree(json.toByteArray());
    }

    private void apply(JsonNode input) throws IOException {
        try {
            query.apply(scope, input, new Lines());
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
        String hint = "--jq takes a jq 1.7 expression, such as '.[].slug'";
        return new Failure(Failure.Kind.USAGE, Visible.line(message), hint, cause);
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
