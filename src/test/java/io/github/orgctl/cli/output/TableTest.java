package io.github.orgctl.cli.output;

import static io.github.orgctl.cli.output.Sample.as;
import static io.github.orgctl.cli.output.Sample.colored;
import static io.github.orgctl.cli.output.Sample.headless;
import static io.github.orgctl.cli.output.Sample.onTerminal;
import static io.github.orgctl.cli.output.Sample.row;
import static io.github.orgctl.cli.output.Sample.text;
import static io.github.orgctl.cli.output.Sample.toned;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.shape.JsonText;
import io.github.orgctl.cli.shape.Tone;
import io.github.orgctl.cli.text.DisplayWidth;
import io.github.orgctl.cli.text.Visible;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Sample SHAPE = Sample.of("SLUG", "LIVE_WRITES", "description");
    private static final Sample TWO = Sample.of("A", "B");
    private static final Id ID = new Id("00000000-0000-4000-8000-000000000001");

    @Test
    void alignsColumnsUnderUpperCaseHeadersWithoutTrailingBlanks() {
        assertThat(text(
                        SHAPE.many(row("acme", "owner", "not shown"), row("a-longer-slug", "developer", "")),
                        as("table")))
                .isEqualTo("""
                        SLUG           LIVE WRITES
                        acme           owner
                        a-longer-slug  developer
                        """);
    }

    @Test
    void headerCanBeLeftOut() {
        assertThat(text(TWO.many(row(1, 2), row(300, 4)), headless("table"))).isEqualTo("1    2\n300  4\n");
    }

    @Test
    void nothingIsNothing() {
        assertThat(text(TWO.many(), as("table"))).isEmpty();
    }

    @Test
    void missingAndEmptyValuesAreHyphensAndTruthIsYesOrNo() {
        assertThat(text(TWO.many(row(null, ""), row(true, false)), headless("table")))
                .isEqualTo("-    -\nyes  no\n");
    }

    @Test
    void timesStructuresAndJsonAreReadable() {
        assertThat(text(
                        TWO.many(row(Instant.EPOCH, Map.of("reason", "why")), row(new JsonText("[1]"), Map.of())),
                        headless("table")))
                .isEqualTo("1970-01-01T00:00:00.000Z  reason: why\n[1]                       none\n");
    }

    @Test
    void alignsByWhatTheTerminalShows() {
        assertThat(text(TWO.many(row("日本語", 1), row("e\u0301", 2), row("🚀", 3), row("abcdef", 4)), headless("table")))
                .isEqualTo("日本語  1\ne\u0301       2\n🚀      3\nabcdef  4\n");
    }

    @Test
    void escapesWhatSteersATerminalAndKeepsRowsOnALine() {
        assertThat(text(TWO.many(row("x\ny\tz", Sample.NASTY), row("=cmd", "\r")), headless("table")))
                .isEqualTo("x\\ny\\tz  " + Visible.line(Sample.NASTY) + "\n=cmd     \\r\n");
    }

    @Test
    void inAPipeNothingIsEverCut() {
        String wide = "w".repeat(500);
        assertThat(text(TWO.many(row(wide, wide)), headless("table"))).isEqualTo(wide + "  " + wide + "\n");
    }

    @Test
    void theFirstRowsSetTheWidths() {
        List<Sample.Row> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add(row("abcd", i));
        }
        rows.add(row("wider than all", "x"));
        rows.add(row("ab", "y"));
        String[] lines =
                text(TWO.many(rows.toArray(new Sample.Row[0])), as("table")).split("\n");
        assertThat(lines).hasSize(503);
        assertThat(lines[0]).isEqualTo("A     B");
        assertThat(lines[500]).isEqualTo("abcd  499");
        assertThat(lines[501]).isEqualTo("wider than all  x");
        assertThat(lines[502]).isEqualTo("ab    y");
    }

    @Test
    void onATerminalFreeTextIsCutToFit() {
        Sample shape = Sample.of("SLUG", "NAME", "ID");
        String name = "A name that goes on and on and on and on and on and on";
        String expected = """
                SLUG  NAME                                 ID
                acme  A name that goes on and on and on …  00000000-0000-4000-8000-000000000001
                """;
        Result rows = shape.many(row(new Slug("acme"), name, ID));
        assertThat(text(rows, onTerminal(null), new TerminalSize("79", "24"))).isEqualTo(expected);
        for (String line : expected.split("\n")) {
            assertThat(line.length()).isLessThanOrEqualTo(79);
        }
    }

    @Test
    void theWidestFreeTextShrinksFirst() {
        assertThat(text(
                        TWO.many(row("a b ".repeat(8), "b".repeat(12))),
                        onTerminal(null),
                        new TerminalSize("30", "24")))
                .isEqualTo("A                 B\n" + "a b ".repeat(4).substring(0, 15) + "…  " + "b".repeat(12) + "\n");
    }

    @Test
    void namesAreCutOnlyWhereNoTextIsLeftAndTimesLast() {
        Result rows = Sample.of("A", "B", "C").many(row(ID, "b ".repeat(15), Instant.EPOCH));
        assertThat(text(rows, onTerminal(null, "a", "b", "c"), new TerminalSize("76", "24")))
                .isEqualTo("A                                     B             C\n" + ID
                        + "  b b b b b b…  1970-01-01T00:00:00.000Z\n");
        assertThat(text(rows, onTerminal(null, "a", "b", "c"), new TerminalSize("52", "24")))
                .isEqualTo("A             B             C\n00000000-00…  b b b b b b…  1970-01-01T00:00:00.000Z\n");
        assertThat(text(rows, onTerminal(null, "a", "b", "c"), new TerminalSize("20", "24")))
                .isEqualTo("A      B      C\n0000…  b b …  1970-…\n");
    }

    @Test
    void onATerminalLaterRowsAreCutToo() {
        List<Sample.Row> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add(row("abcd", i));
        }
        rows.add(row("wider than all", "x"));
        String all = text(TWO.many(rows.toArray(new Sample.Row[0])), onTerminal(null), new TerminalSize("80", "24"));
        assertThat(all).endsWith("\nwid…    x\n");
    }

    @Test
    void wideCharactersAreNotCutInHalf() {
        assertThat(DisplayWidth.cut("日本語", 6)).isEqualTo("日本語");
        assertThat(DisplayWidth.cut("日本語", 5)).isEqualTo("日本…");
        assertThat(DisplayWidth.cut("日本語", 4)).isEqualTo("日…");
        assertThat(DisplayWidth.cut("🚀🚀", 3)).isEqualTo("🚀…");
        assertThat(DisplayWidth.cut("abc", 1)).isEqualTo("…");
    }

    @Test
    void colorsSayWhatTonesMeanAndEndWithTheCell() {
        assertThat(text(
                        TWO.many(
                                toned(Tone.PLAIN, "p", 1),
                                toned(Tone.GOOD, "g", 2),
                                toned(Tone.BAD, "bad", 3),
                                toned(Tone.CAUTION, "c", 4),
                                toned(Tone.FAINT, "f", 5)),
                        colored()))
                .isEqualTo("\u001b[1mA\u001b[0m    \u001b[1mB\u001b[0m\n"
                        + "p    1\n"
                        + "\u001b[32mg\u001b[0m    \u001b[32m2\u001b[0m\n"
                        + "\u001b[31mbad\u001b[0m  \u001b[31m3\u001b[0m\n"
                        + "\u001b[35mc\u001b[0m    \u001b[35m4\u001b[0m\n"
                        + "\u001b[2mf\u001b[0m    \u001b[2m5\u001b[0m\n");
    }

    @Test
    void withoutColorTonesAreNotShown() {
        assertThat(text(TWO.many(toned(Tone.BAD, "a", "b")), headless("table"))).isEqualTo("a  b\n");
    }

    @Test
    void fieldsSelectAndOrderAlsoThoseNotShownOtherwise() {
        assertThat(text(SHAPE.many(row("a", "b", "c")), as("table", "description", "slug")))
                .isEqualTo("DESCRIPTION  SLUG\nc            a\n");
    }
}
