package io.github.orgctl.cli.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.PathOutput;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.path.Path;

/** The functions that expressions can call. Some replace those of the library that differ from jq's. */
final class JqFunctions {
    private static final double MILLIS = 1000;
    private static final char CASE_BIT = 0x20;

    private static final Map<String, DoubleUnaryOperator> MATHEMATICAL = Map.of(
            "floor", Math::floor,
            "ceil", Math::ceil,
            "round", value -> Math.copySign(Math.floor(Math.abs(value) + 0.5), value),
            "trunc", value -> value < 0 ? Math.ceil(value) : Math.floor(value),
            "rint", Math::rint,
            "nearbyint", Math::rint,
            "sqrt", Math::sqrt,
            "fabs", Math::abs,
            "exp10", value -> Math.pow(10, value),
            "exp2", value -> Math.pow(2, value));

    private static final Map<String, UnaryOperator<String>> TEXTUAL = Map.of(
            "ascii_downcase", text -> withCase(text, 'A', 'Z'),
            "ascii_upcase", text -> withCase(text, 'a', 'z'),
            "trim", String::strip,
            "ltrim", String::stripLeading,
            "rtrim", String::stripTrailing);

    /** Loaded once, because loading takes longer than most filters. */
    private static final Scope ALL = all();

    private JqFunctions() {}

    static Scope scope() {
        return Scope.newChildScope(ALL);
    }

    private static Scope all() {
        Scope scope = Scope.newEmptyScope();
        BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_7, scope);
        MATHEMATICAL.forEach((name, function) -> scope.addFunction(
                name,
                0,
                of(name, "number", in -> in.isNumber(), in -> JqNumber.of(function.applyAsDouble(in.asDouble())))));
        TEXTUAL.forEach((name, function) -> scope.addFunction(
                name,
                0,
                of(name, "string", in -> in.isTextual(), in -> TextNode.valueOf(function.apply(in.asText())))));
        scope.addFunction("pow", 2, new Recalculated(scope.getFunction("pow", 2)));
        for (String name : Set.of("log", "log2", "log10", "exp", "cbrt", "tonumber")) {
            scope.addFunction(name, 0, new Recalculated(scope.getFunction(name, 0)));
        }
        scope.addFunction(
                "now",
                0,
                (within, arguments, in, path, output, version) ->
                        output.emit(JqNumber.of(System.currentTimeMillis() / MILLIS), null));
        return scope;
    }

    private static String withCase(String text, char first, char last) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] >= first && characters[i] <= last) {
                characters[i] ^= CASE_BIT;
            }
        }
        return new String(characters);
    }

    private static Function of(String name, String type, Predicate<JsonNode> takes, UnaryOperator<JsonNode> function) {
        return (scope, arguments, in, path, output, version) -> {
            if (!takes.test(in)) {
                throw new JsonQueryException(name + " takes a " + type);
            }
            output.emit(function.apply(in), null);
        };
    }

    /** A function of the library whose results are formatted as jq formats numbers. */
    private record Recalculated(Function function) implements Function {
        @Override
        public void apply(
                Scope scope, List<Expression> arguments, JsonNode in, Path path, PathOutput output, Version version)
                throws JsonQueryException {
            function.apply(
                    scope,
                    arguments,
                    in,
                    path,
                    (out, at) -> output.emit(out.isNumber() ? JqNumber.of(out.asDouble()) : out, at),
                    version);
        }
    }
}
