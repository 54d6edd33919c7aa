package io.github.orgctl.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the writer may take for granted once a call has returned, while another thread forwards its output. */
@Timeout(120)
class SpoolTest {
    private static final int ROUNDS = 20_000;
    private static final int WORK = 200;

    /** Takes a while for each piece, and may be closed. */
    private static final class Reader implements Sink {
        private final AtomicInteger read = new AtomicInteger();
        private volatile boolean isClosed;

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int i = 0; i < WORK; i++) {
                Thread.onSpinWait();
            }
            if (isClosed) {
                throw new IOException("Broken pipe");
            }
            read.addAndGet(length);
        }

        @Override
        public boolean hasQuit() {
            return isClosed;
        }

        @Override
        public void finish() {
            // There is nothing to close.
        }
    }

    @Test
    void whatWasPassedIsRead() throws Exception {
        Reader reader = new Reader();
        Spool spool = new Spool(reader, true);
        for (int i = 1; i <= ROUNDS; i++) {
            spool.write('x');
            spool.pass();
            assertThat(reader.read).hasValue(i);
        }
        spool.finish();
    }

    @Test
    void aReaderThatHasGoneIsNoticedAtOnce() throws Exception {
        for (int i = 0; i < ROUNDS / 100; i++) {
            Reader reader = new Reader();
            Spool spool = new Spool(reader, true);
            spool.write('x');
            spool.pass();
            reader.isClosed = true;
            spool.write('y');
            assertThatThrownBy(spool::pass).hasMessage("Broken pipe");
        }
    }
}
