package io.github.orgctl.cli.output;

import static io.github.orgctl.cli.output.Sample.as;
import static io.github.orgctl.cli.output.Sample.headless;
import static io.github.orgctl.cli.output.Sample.row;
import static io.github.orgctl.cli.output.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.shape.JsonText;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeparatedTest {
    private static final Sample SHAPE = Sample.of("SLUG", "created_at", "OK");
    private static final Sample TWO = Sample.of("A", "B");

    @Test
    void showsEveryFieldUnderItsJsonName() {
        assertThat(text(SHAPE.many(row("a", Instant.EPOCH, true), row("b", null, false)), as("csv")))
                .isEqualTo("slug,createdAt,ok\na,1970-01-01T00:00:00.000Z,true\nb,,false\n");
        assertThat(text(SHAPE.many(row("a", Instant.EPOCH, true), row("b", null, false)), as("tsv")))
                .isEqualTo("slug\tcreatedAt\tok\na\t1970-01-01T00:00:00.000Z\ttrue\nb\t\tfalse\n");
    }

    @Test
    void oneIsOneRow() {
        assertThat(text(TWO.one(row(1, 2)), as("csv"))).isEqualTo("a,b\n1,2\n");
        assertThat(text(TWO.one(row(1, 2)), as("tsv"))).isEqualTo("a\tb\n1\t2\n");
    }

    @Test
    void nothingIsAHeader() {
        for (Result nothing : new Result[] {TWO.many(), TWO.one(null)}) {
            assertThat(text(nothing, as("csv"))).isEqualTo("a,b\n");
            assertThat(text(nothing, as("tsv"))).isEqualTo("a\tb\n");
            assertThat(text(nothing, headless("csv"))).isEmpty();
            assertThat(text(nothing, headless("tsv"))).isEmpty();
        }
    }

    @Test
    void csvQuotesByTheStandard() {
        assertThat(text(
                        TWO.many(row("x,y", "say \"hi\""), row("two\nlines", " a\tb "), row("=cmd()", "\\n")),
                        headless("csv")))
                .isEqualTo("\"x,y\",\"say \"\"hi\"\"\"\n\"two\nlines\", a\tb \n=cmd(),\\n\n");
    }

    @Test
    void tsvKeepsEachRowOnALineAndEachValueInItsColumn() {
        assertThat(text(TWO.many(row("x\ty", "two\nlines\r"), row("back\\n", "\"q\",=cmd()")), headless("tsv")))
                .isEqualTo("x\\ty\ttwo\\nlines\\r\nback\\\\n\t\"q\",=cmd()\n");
    }

    @Test
    void escapesWhatSteersATerminal() {
        String safe = "d\\u001b[31m\\u007f\\u0085\\u2028\\u202e\\u2066 日本 🚀 שלום é";
        assertThat(text(TWO.many(row(Sample.NASTY, "\r")), headless("csv")))
                .isEqualTo("\"a\"\"b,c\\" + safe + "\",\\r\n");
        assertThat(text(TWO.many(row(Sample.NASTY, "\r")), headless("tsv"))).isEqualTo("a\"b,c\\\\" + safe + "\t\\r\n");
    }

    @Test
    void structuresAreCompactJson() {
        assertThat(text(TWO.many(row(Map.of("k", "v\u001b"), new JsonText("[1, 2]"))), headless("csv")))
                .isEqualTo("\"{\"\"k\"\":\"\"v\\u001b\"\"}\",\"[1, 2]\"\n");
        assertThat(text(TWO.many(row(Map.of("k", 1), Map.of())), headless("tsv")))
                .isEqualTo("{\"k\":1}\t{}\n");
    }

    @Test
    void fieldsSelectAndOrder() {
        assertThat(text(SHAPE.many(row("a", 1, true)), as("csv", "ok", "slug"))).isEqualTo("ok,slug\ntrue,a\n");
    }
}
