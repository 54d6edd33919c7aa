package io.github.orgctl.cli.output;

import static io.github.orgctl.cli.output.Sample.jq;
import static io.github.orgctl.cli.output.Sample.row;
import static io.github.orgctl.cli.output.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.cli.jq.JqFilter;
import io.github.orgctl.cli.shape.JsonText;
import io.github.orgctl.cli.text.Visible;
import io.github.orgctl.core.model.value.Failure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JqLinesTest {
    private static final Sample SHAPE = Sample.of("SLUG", "N", "VALUE");
    private static final Result TWO = SHAPE.many(row("a", 1, null), row("b", 2, Map.of("k", "v")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".[].slug | a~b~",
                "length | 2~",
                "map(.n) `add | 3~",
                ".[1].value | {\"k\":\"v\"}~",
                ".[0].value | null~",
                ".[] ` select(.n > 1) ` .slug | b~",
                ".[0] ` .n, true, [.slug] | 1~true~[\"a\"]~",
                "empty | ''",
                ".[] ` [.slug, .n] ` @tsv | 'a\t1~b\t2~'",
            })
    void appliesToTheWholeDocument(String expression, String expected) {
        assertThat(text(TWO, jq("json", expression.replace('`', '|')))).isEqualTo(expected.replace('~', '\n'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[1.5, -1.5 ` floor, ceil, round, trunc] | [1,2,2,1,-2,-1,-2,-1]",
                "[12345678901.5, 1e300 ` floor] | [12345678901,1e+300]",
                "[4 ` sqrt, pow(2;10), exp10] | [2,1024,10000]",
                "[now ` type, . > 1700000000] | ['number',true]",
                "'ÉA😀Z' ` ascii_downcase | Éa😀z",
                "[[null, {'a': null}] ` paths] | [[0],[1],[1,'a']]",
                "[[null, {'a': 1}] ` leaf_paths] | [[1,'a']]",
                "[1e17+0, 1e19*1, 0.00001*1, -1e1000, nan, 0.1+0.2] | [100000000000000000,1e+19,1e-05,-1.7976931348623157e+308,null,0.30000000000000004]",
                "[limit(3; 1 ` repeat(.*2))] | [2,2,2]",
                "[[false, null, 1] ` .[] ` values] | [false,1]",
                "[[3,[null]] ` recurse] | [[3,[null]],3,[null],null]",
                "def f(x; $y): x + $y; f(1; 2) | 3",
                "{'a': [1]} as {a: [$x]} ` $x | 1",
                "[.[] as {$slug} ` $slug] ` join('-') | a-b",
                "label $out ` 1, break $out, 2 | 1",
                "try error('x') catch . | x",
                "@base64 'a\\('b')' | aYg==",
            })
    void calculatesAsJqDoes(String expression, String expected) {
        String jq = expression.replace('`', '|').replace('\'', '"');
        assertThat(text(TWO, jq("json", jq))).isEqualTo(expected.replace('\'', '"') + "\n");
    }

    @Test
    void keepsTheDigitsOfNumbers() {
        String digits = "[1.10,7e98765,-0,1e2,12345678901234567890,1e-7,7e98765432100,0.000,100]";
        Result one = SHAPE.one(row("a", 1, new JsonText(digits)));
        assertThat(text(one, jq("json", ".value"))).isEqualTo(digits + "\n");
        assertThat(text(one, jq("json", ".value | tojson"))).isEqualTo(digits + "\n");
        assertThat(text(one, jq("json", ".value | map(. + 0) | .[0]"))).isEqualTo("1.1\n");
        assertThat(text(one, jq("json", ".value | sort | .[1]"))).isEqualTo("0.000\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if false then nope else 1 end",
                "empty | nope(1)",
                "map(1; 2)",
                "$nope",
                "def f: nope; 1",
                "try nope catch 1",
                "\"\\(nope)\"",
                "@nope",
                "{a: nope}",
                ".[nope]",
                "env",
                "input",
                "$ENV",
                "reduce .[] as $x (0; $y)",
                "-nope",
                ".[] |= nope",
                ". as [$a] | $b",
                "[.[] | select(nope)]",
                "nope as $x | 1",
                "1 // nope",
                "label $f | break $g"
            })
    void refusesWhatDoesNotExistBeforeAnythingIsDone(String expression) {
        Failure failure = catchThrowableOfType(Failure.class, () -> JqFilter.compile(expression));
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
    }

    @Test
    void appliesToEachRowOfNdjson() {
        assertThat(text(TWO, jq("ndjson", ".slug"))).isEqualTo("a\nb\n");
        assertThat(text(TWO, jq("ndjson", "{n}"))).isEqualTo("{\"n\":1}\n{\"n\":2}\n");
    }

    @Test
    void appliesToOne() {
        assertThat(text(SHAPE.one(row("a", 1, 2)), jq("json", ".slug"))).isEqualTo("a\n");
        assertThat(text(SHAPE.one(row("a", 1, 2)), jq("ndjson", ".slug"))).isEqualTo("a\n");
    }

    @Test
    void appliesToNothing() {
        assertThat(text(SHAPE.many(), jq("json", "length"))).isEqualTo("0\n");
        assertThat(text(SHAPE.one(null), jq("json", "."))).isEqualTo("null\n");
        assertThat(text(SHAPE.many(), jq("ndjson", "."))).isEmpty();
        assertThat(text(SHAPE.one(null), jq("ndjson", "."))).isEmpty();
    }

    @Test
    void seesTheChosenFieldsOnly() {
        Presentation presentation =
                new Presentation(OutputFormat.JSON, List.of("n"), ".[0] | keys", true, false, false, null);
        assertThat(text(TWO, presentation)).isEqualTo("[\"n\"]\n");
    }

    @Test
    void escapesWhatSteersATerminalAlsoInBareStrings() {
        assertThat(text(SHAPE.many(row(Sample.NASTY, 0, 0)), jq("json", ".[] | .slug, [.slug]")))
                .isEqualTo(Visible.line(Sample.NASTY)
                        + "\n[\"a\\\"b,c\\\\d\\u001b[31m\\u007f\\u0085\\u2028\\u202e\\u2066 日本 🚀 שלום é\"]\n");
        assertThat(text(SHAPE.many(row("a\nb\tc", 0, 0)), jq("json", ".[].slug")))
                .isEqualTo("a\nb\tc\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".[ | the jq expression is malformed: Encountered \"<EOF>\" at line 1, column 2",
                "'.a b' | the jq expression is malformed: Encountered \" <IDENTIFIER> \"b \"\" at line 1, column 4",
                "é $ | the jq expression is malformed: Lexical error at line 1, column 1.  Encountered: '\\u00e9' (233)",
                ".slug | the jq expression failed: Cannot index array with string \"slug\"",
                "nope | the jq expression is malformed: nope/0 is not defined",
                "error(\"\\u001b\") | the jq expression failed: \\u001b",
            })
    void anExpressionThatDoesNotFitIsTheUsersToMend(String expression, String message) {
        Failure failure = catchThrowableOfType(Failure.class, () -> text(TWO, jq("json", expression)));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
        assertThat(failure).hasMessage(message);
    }
}
