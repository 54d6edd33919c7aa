package io.github.orgctl.cli.output;

import static io.github.orgctl.cli.output.Sample.as;
import static io.github.orgctl.cli.output.Sample.jq;
import static io.github.orgctl.cli.output.Sample.row;
import static io.github.orgctl.cli.output.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.Page;
import io.github.orgctl.core.port.Listing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutputTest {
    private static final Sample SHAPE = Sample.of("ID", "NAME");
    private static final int ROWS = 20_000;

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void rowsAreHandedOnWhileTheyAreRead(OutputFormat format) {
        Counting listing = new Counting();
        RowCounter out = new RowCounter(listing);
        new Output(out, as(format.toString())).write(new Result.Many<>(SHAPE, listing));
        assertThat(out.rows).isEqualTo(ROWS);
        // A table may hold the rows that set its widths, and every format some kilobytes; a row is some 10 bytes or
        // more.
        assertThat(out.mostBehind).isPositive().isLessThan(2_000);
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void flushesAndLeavesTheStreamOpen(OutputFormat format) {
        for (Result result : new Result[] {
            SHAPE.many(row("a", "b")), SHAPE.one(row("a", "b")), SHAPE.one(null), SHAPE.many(), new Result.Plain("x")
        }) {
            Watcher out = new Watcher();
            new Output(out, as(format.toString())).write(result);
            assertThat(out.closed).isFalse();
            assertThat(out.unflushed).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void whatCanNotBeWrittenSurfaces(OutputFormat format) {
        for (Result result : new Result[] {SHAPE.many(100_000, row("a", "b")), SHAPE.one(row("a", "b"))}) {
            assertThatThrownBy(() -> new Output(new Full(), as(format.toString())).write(result))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasRootCauseMessage("disk full");
        }
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void saysWhetherRowsWereLeftOutAndWhereToGoOn(OutputFormat format) {
        List<Sample.Row> rows = List.of(row("a", 1), row("b", 2), row("c", 3));
        Output output = new Output(new ByteArrayOutputStream(), as(format.toString()));
        assertThat(output.lastReference()).isNull();
        assertThat(output.write(new Result.Many<>(SHAPE, Rows.of(SHAPE, rows, new Page<>(2L, null, null)))))
                .isTrue();
        assertThat(output.lastReference()).isEqualTo("ref:b");
        assertThat(output.write(SHAPE.many(row("c", 3)))).isFalse();
        assertThat(output.lastReference()).isEqualTo("ref:c");
        assertThat(output.write(SHAPE.many())).isFalse();
        assertThat(output.lastReference()).isNull();
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void plainTextIsTheSameInEveryFormat(OutputFormat format) {
        assertThat(text(new Result.Plain("é\n\u001b"), as(format.toString()))).isEqualTo("é\n\u001b\n");
        assertThat(text(new Result.Plain("a\n"), as(format.toString()))).isEqualTo("a\n");
    }

    @Test
    void saysBeforehandWhatCanNotBeShown() {
        OutputStream nowhere = OutputStream.nullOutputStream();
        new Output(nowhere, as("json")).check(SHAPE);
        new Output(nowhere, as("json", "name", "id")).check(SHAPE);
        new Output(nowhere, jq("json", ".[].id")).check(SHAPE);
        assertThatThrownBy(() -> new Output(nowhere, as("json", "nome")).check(SHAPE))
                .isInstanceOf(Failure.class)
                .hasMessage("the sample has no field 'nome'");
        assertThatThrownBy(() -> new Output(nowhere, jq("json", ".[")).check(SHAPE))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("the jq expression can't be read");
    }

    @Test
    void aListThatBreaksOffDoesNotLookComplete() {
        Listing<Sample.Row> broken = action -> {
            action.accept(row("a", "b"));
            throw new Failure(Failure.Kind.BUSY, "busy");
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> new Output(out, as("json")).write(new Result.Many<>(SHAPE, broken)))
                .hasMessage("busy");
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("]");
    }

    /** Makes rows as they are asked for. */
    private static final class Counting implements Listing<Sample.Row> {
        private int read;

        @Override
        public boolean forEach(Consumer<? super Sample.Row> action) {
            for (int i = 0; i < ROWS; i++) {
                action.accept(row("id" + i + "#", "name"));
                read++;
            }
            return false;
        }
    }

    /** Sees how many rows have been read but not been handed on. Each row's id, and nothing else, ends in a '#'. */
    private static final class RowCounter extends OutputStream {
        private final Counting listing;
        private int rows;
        private int mostBehind;

        private RowCounter(Counting listing) {
            this.listing = listing;
        }

        @Override
        public void write(int b) {
            if (b == '#') {
                rows++;
                mostBehind = Math.max(mostBehind, listing.read - rows);
            }
        }
    }

    private static final class Watcher extends OutputStream {
        private boolean closed;
        private boolean unflushed;

        @Override
        public void write(int b) {
            unflushed = true;
        }

        @Override
        public void flush() {
            unflushed = false;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final class Full extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("disk full");
        }
    }
}
