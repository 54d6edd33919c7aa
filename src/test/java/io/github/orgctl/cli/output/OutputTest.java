package io.github.orgctl.cli.output;

import static io.github.orgctl.cli.output.Sample.as;
import static io.github.orgctl.cli.output.Sample.jq;
import static io.github.orgctl.cli.output.Sample.row;
import static io.github.orgctl.cli.output.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Page;
import io.github.orgctl.core.port.Listing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutputTest {
    private static final Sample SHAPE = Sample.of("ID", "NAME");
    private static final int ROWS = 20_000;

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void rowsAreHandedOnWhileMoreAreRead(OutputFormat format) {
        CountDownLatch first = new CountDownLatch(1);
        Listing<Sample.Row> waiting = action -> {
            for (int i = 0; i < ROWS; i++) {
                action.accept(row("id" + i, "name"));
            }
            await(first);
            return false;
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                super.write(bytes, offset, length);
                first.countDown();
            }
        };
        Sample.output(out, as(format.toString())).write(new Result.Many<>(SHAPE, waiting));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("id0", "id" + (ROWS - 1));
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void aReaderThatTakesNothingHoldsNobodyUp(OutputFormat format) {
        CountDownLatch read = new CountDownLatch(1);
        AtomicLong passed = new AtomicLong();
        Listing<Sample.Row> rows = action -> {
            for (int i = 0; i < 2 * ROWS; i++) {
                action.accept(row("an id that is so long that memory is not enough for all of them " + i, "name"));
                passed.incrementAndGet();
            }
            // Only now, when all were passed, anything is taken.
            read.countDown();
            return false;
        };
        CRC32 taken = new CRC32();
        OutputStream slow = new OutputStream() {
            @Override
            public void write(int b) {
                await(read);
                taken.update(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                await(read);
                taken.update(bytes, offset, length);
            }
        };
        Sample.output(slow, as(format.toString())).write(new Result.Many<>(SHAPE, rows));
        CRC32 expected = new CRC32();
        Sample.output(new CheckedOutputStream(OutputStream.nullOutputStream(), expected), as(format.toString()))
                .write(new Result.Many<>(SHAPE, rows));
        assertThat(taken.getValue()).isEqualTo(expected.getValue());
        assertThat(passed).hasValue(2 * 2 * ROWS);
    }

    @Test
    void aRetryStartsAnewUnlessSomethingIsWritten() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Output output = Sample.output(out, as("ndjson"));
        output.render(SHAPE.many(3, row("a", "b")));
        output.render(SHAPE.many(2, row("c", "d")));
        output.finish();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"id\":\"c\",\"name\":\"d\"}\n".repeat(2));
        Output longer = Sample.output(out, as("ndjson"));
        longer.render(SHAPE.many(ROWS, row("a", "b")));
        assertThatThrownBy(() -> longer.render(SHAPE.many(1, row("a", "b"))))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("incomplete");
        longer.abandon();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void flushesAndLeavesTheStreamOpen(OutputFormat format) {
        for (Result result : new Result[] {
            SHAPE.many(row("a", "b")),
            SHAPE.one(row("a", "b")),
            SHAPE.one(null),
            SHAPE.many(),
            new Result.Plain("x", false)
        }) {
            Watcher out = new Watcher();
            Sample.output(out, as(format.toString())).write(result);
            assertThat(out.closed).isFalse();
            assertThat(out.unflushed).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void whatCanNotBeWrittenSurfaces(OutputFormat format) {
        for (Result result : new Result[] {SHAPE.many(100_000, row("a", "b")), SHAPE.one(row("a", "b"))}) {
            assertThatThrownBy(() ->
                            Sample.output(new Full(), as(format.toString())).write(result))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasRootCauseMessage("disk full");
        }
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void saysWhetherRowsWereLeftOutAndWhereToGoOn(OutputFormat format) {
        List<Sample.Row> rows = List.of(row("a", 1), row("b", 2), row("c", 3));
        Output output = Sample.output(new ByteArrayOutputStream(), as(format.toString()));
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
        assertThat(text(new Result.Plain("é\n\u001b", false), as(format.toString())))
                .isEqualTo("é\n\u001b\n");
        assertThat(text(new Result.Plain("a\n", false), as(format.toString()))).isEqualTo("a\n");
    }

    @Test
    void saysBeforehandWhatCanNotBeShown() {
        OutputStream nowhere = OutputStream.nullOutputStream();
        Sample.output(nowhere, as("json")).check(SHAPE);
        Sample.output(nowhere, as("json", "name", "id")).check(SHAPE);
        Sample.output(nowhere, jq("json", ".[].id")).check(SHAPE);
        assertThatThrownBy(() -> Sample.output(nowhere, as("json", "nome")).check(SHAPE))
                .isInstanceOf(Failure.class)
                .hasMessage("the sample has no field 'nome'");
        assertThatThrownBy(() -> Sample.output(nowhere, jq("json", ".[")).check(SHAPE))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("the jq expression is malformed");
    }

    @Test
    void aListThatBreaksOffDoesNotLookComplete() {
        Listing<Sample.Row> broken = action -> {
            action.accept(row("a", "b"));
            throw new Failure(Failure.Kind.BUSY, "busy");
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> Sample.output(out, as("json")).write(new Result.Many<>(SHAPE, broken)))
                .hasMessage("busy");
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("]");
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
