package io.github.orgctl.cli.jq;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.orgctl.cli.text.Visible;
import io.github.orgctl.core.model.value.Failure;
import java.util.function.Consumer;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/**
 * A jq expression that has been read and whose functions and variables all exist, so that it can be made before anything
 * is done. It calls itself as deeply as the expression does, and may never end.
 */
public final class JqFilter {
    private static final String HINT = "--jq takes a jq 1.7 expression, such as '.[].slug'";

    private final Scope scope;
    private final JsonQuery query;

    private JqFilter(Scope scope, JsonQuery query) {
        this.scope = scope;
        this.query = query;
    }

    /** @throws Failure USAGE if the text is not an expression, or uses an undefined function or variable */
    public static JqFilter compile(String expression) {
        Scope scope = JqFunctions.scope();
        try {
            // Alone first, so that what it says about the place counts from the start of the expression.
            JsonQuery.compile(expression, Versions.JQ_1_7);
            JsonQuery query = JsonQuery.compile(JqDefinitions.neededBy(expression) + expression, Versions.JQ_1_7);
            String unknown = JqNames.unknownIn(query, scope);
            if (unknown != null) {
                throw Failure.usage(
                        Visible.line("the jq expression is malformed: " + unknown + " is not defined"), HINT);
            }
            return new JqFilter(scope, query);
        } catch (JsonQueryException malformed) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    Visible.line("the jq expression is malformed: " + firstLine(malformed)),
                    HINT,
                    malformed);
        }
    }

    /**
     * Passes on each value that the expression produces for an input.
     *
     * @throws Failure USAGE if the expression fails on the input
     */
    public void apply(JsonNode input, Consumer<JsonNode> output) {
        try {
            query.apply(scope, input, output::accept);
        } catch (StackOverflowError endless) {
            throw new Failure(
                    Failure.Kind.USAGE, "the jq expression fails: too deeply nested recursion", HINT, endless);
        } catch (JsonQueryException failed) {
            // An expression that does not fit the data is as much the user's to mend as one that can't be read.
            throw new Failure(
                    Failure.Kind.USAGE, Visible.line("the jq expression failed: " + failed.getMessage()), HINT, failed);
        }
    }

    /** The parser's message names the position in its first line; the rest lists all tokens. */
    private static String firstLine(JsonQueryException malformed) {
        String reason = malformed.getCause() == null
                ? malformed.getMessage()
                : String.valueOf(malformed.getCause().getMessage());
        int line = reason.indexOf('\n');
        String first = line < 0 ? reason : reason.substring(0, line);
        int end = first.length();
        while (end > 0 && (first.charAt(end - 1) == '.' || first.charAt(end - 1) == ',')) {
            end--;
        }
        return first.substring(0, end);
    }
}
