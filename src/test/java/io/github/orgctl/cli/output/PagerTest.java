package io.github.orgctl.cli.output;

import static io.github.orgctl.cli.output.Sample.onTerminal;
import static io.github.orgctl.cli.output.Sample.row;
import static io.github.orgctl.cli.output.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Listing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagerTest {
    private static final Sample SHAPE = Sample.of("N");
    private static final TerminalSize TEN_LINES = new TerminalSize("80", "10");

    @TempDir
    private Path folder;

    private Path paged;

    @BeforeEach
    void choose() {
        paged = folder.resolve("paged");
    }

    @Test
    void outputThatFitsNeedsNoPager() {
        assertThat(text(SHAPE.many(8, row(7)), onTerminal(intoFile()), TEN_LINES))
                .isEqualTo("N\n" + "7\n".repeat(8));
        assertThat(paged).doesNotExist();
        assertThat(text(SHAPE.many(), onTerminal(intoFile()), TEN_LINES)).isEmpty();
        assertThat(text(SHAPE.one(row(7)), onTerminal(intoFile()), TEN_LINES)).isEqualTo("N:  7\n");
        assertThat(paged).doesNotExist();
    }

    @Test
    void longerOutputGoesThroughThePagerAsAWhole() throws IOException {
        assertThat(text(SHAPE.many(9, row(7)), onTerminal(intoFile()), TEN_LINES))
                .isEmpty();
        assertThat(Files.readString(paged)).isEqualTo("N\n" + "7\n".repeat(9));
    }

    @Test
    void manyPiecesArriveInOrder() throws IOException {
        StringBuilder expected = new StringBuilder("  N\n");
        Sample.Row[] rows = new Sample.Row[50_000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(i);
            expected.append(i < 1_000 ? " ".repeat(3 - Integer.toString(i).length()) + i : cutToThree(i))
                    .append('\n');
        }
        text(SHAPE.many(rows), onTerminal(intoFile()), TEN_LINES);
        assertThat(Files.readString(paged)).isEqualTo(expected.toString());
    }

    // The first 500 rows are three digits wide, and the column with them.
    private static String cutToThree(int number) {
        return Integer.toString(number).substring(0, 2) + "…";
    }

    @Test
    void oneLongResourceIsPagedToo() throws IOException {
        assertThat(text(SHAPE.one(row("x\n".repeat(20) + "x")), onTerminal(intoFile()), TEN_LINES))
                .isEmpty();
        assertThat(Files.readString(paged)).startsWith("N:  x\n    x\n").hasLineCount(21);
    }

    @Test
    void otherFormatsAndPipesAreNotPaged() {
        Presentation json = new Presentation(OutputFormat.NDJSON, null, null, true, false, true, intoFile());
        assertThat(text(SHAPE.many(20, row(7)), json, TEN_LINES)).hasLineCount(20);
        Presentation pipe = new Presentation(OutputFormat.TABLE, null, null, true, false, false, intoFile());
        assertThat(text(SHAPE.many(20, row(7)), pipe, TEN_LINES)).hasLineCount(21);
        assertThat(paged).doesNotExist();
    }

    @Test
    void tellsLessToShowColorsAndToLeaveAtTheEnd() throws IOException {
        text(SHAPE.many(20, row(7)), onTerminal("echo \"$LESS\" > '" + paged + "'; cat > /dev/null"), TEN_LINES);
        String own = System.getenv("LESS");
        assertThat(Files.readString(paged)).isEqualTo(Pager.lessOptions(own) + "\n");
        assertThat(Pager.lessOptions(null)).isEqualTo("FRX");
        assertThat(Pager.lessOptions("-FRX")).isEqualTo("-FRX");
        assertThat(Pager.lessOptions("-j10")).isEqualTo("-j10 -R");
    }

    @Test
    void aPagerThatQuitsEndsTheListingQuietly() throws IOException {
        Endless rows = new Endless();
        Result endless = new Result.Many<>(SHAPE, rows);
        assertThat(text(endless, onTerminal("head -1 > '" + paged + "'"), TEN_LINES))
                .isEmpty();
        assertThat(Files.readString(paged)).isEqualTo("  N\n");
        assertThat(rows.passed).isGreaterThanOrEqualTo(500);
    }

    @Test
    void aPagerThatCanNotBeRunIsSaidSo() {
        assertThatThrownBy(() -> text(new Result.Many<>(SHAPE, new Endless()), onTerminal("exit 127"), TEN_LINES))
                .isInstanceOf(Failure.class)
                .hasMessage("the pager 'exit 127' could not be run");
    }

    @Test
    void aFailureOfTheListingReachesTheCallerAndEndsThePager() throws IOException {
        Listing<Sample.Row> broken = action -> {
            for (int i = 0; i < 100_000; i++) {
                action.accept(row(i));
            }
            throw new Failure(Failure.Kind.BUSY, "busy");
        };
        String pager = "cat > /dev/null; echo ended > '" + paged + "'";
        assertThatThrownBy(() -> text(new Result.Many<>(SHAPE, broken), onTerminal(pager), TEN_LINES))
                .hasMessage("busy");
        assertThat(Files.readString(paged)).isEqualTo("ended\n");
    }

    private String intoFile() {
        return "cat > '" + paged + "'";
    }

    /** A listing that ends only when its reader does. */
    private static final class Endless implements Listing<Sample.Row> {
        private long passed;

        @Override
        public boolean forEach(Consumer<? super Sample.Row> action) {
            for (; ; passed++) {
                action.accept(row(passed));
            }
        }
    }
}
