package io.github.orgctl.cli.output;

import static io.github.orgctl.cli.output.Sample.jq;
import static io.github.orgctl.cli.output.Sample.row;
import static io.github.orgctl.cli.output.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.Failure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                ".[ | the jq expression can't be read: Encountered \"<EOF>\" at line 1, column 2",
                "'.a b' | the jq expression can't be read: Encountered \" <IDENTIFIER> \"b \"\" at line 1, column 4",
                "é $ | the jq expression can't be read: Lexical error at line 1, column 1.  Encountered: '\\u00e9' (233)",
                ".slug | the jq expression fails: Cannot index array with string \"slug\"",
                "error(\"\\u001b\") | the jq expression fails: \\u001b",
            })
    void anExpressionThatDoesNotFitIsTheUsersToMend(String expression, String message) {
        Failure failure = catchThrowableOfType(Failure.class, () -> text(TWO, jq("json", expression)));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
        assertThat(failure).hasMessage(message);
    }
}
