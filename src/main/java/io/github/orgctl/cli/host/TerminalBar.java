package io.github.orgctl.cli.host;

import io.github.orgctl.cli.output.Holding;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on a terminal, which is erased when it is closed. Ctrl-C leaves it in place. */
final class TerminalBar implements ProgressBarConsumer {
    private static final int COLUMNS = 79;
    private static final int MEBIBYTE = 1 << 20;
    private static final int INTERVAL_MILLIS = 200;

    private final OutputStream terminal;
    private final Holding.Hold leaving = Interrupts.PROCESS.cleaningUp(this::leave);
    private boolean isOver;

    private TerminalBar(OutputStream terminal) {
        this.terminal = terminal;
    }

    /**
     * Wraps a stream to show a bar while it is read.
     *
     * @param size in bytes, or -1 if unknown
     */
    static InputStream reading(InputStream stream, long size, OutputStream terminal) {
        return ProgressBar.wrap(stream, builder("Reading", size, terminal).setUnit(" MiB", MEBIBYTE));
    }

    /** A bar for a number of steps. */
    static ProgressBar steps(String task, long total, OutputStream terminal) {
        return builder(task, total, terminal).build();
    }

    private static ProgressBarBuilder builder(String task, long total, OutputStream terminal) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(INTERVAL_MILLIS)
                .setConsumer(new TerminalBar(terminal));
    }

    @Override
    public int getMaxRenderedLength() {
        return COLUMNS;
    }

    @Override
    public synchronized void accept(String bar) {
        if (!isOver) {
            write("\r" + bar);
        }
    }

    @Override
    public synchronized void close() {
        if (!isOver) {
            isOver = true;
            write("\r" + " ".repeat(COLUMNS) + "\r");
            leaving.close();
        }
    }

    /** Moves to a new line, so that the shell's prompt does not follow the bar. */
    private synchronized void leave() {
        if (!isOver) {
            isOver = true;
            write("\n");
        }
    }

    private void write(String text) {
        try {
            terminal.write(text.getBytes(StandardCharsets.UTF_8));
            terminal.flush();
        } catch (IOException nobodyLooks) {
            // Ignored: failing to show a bar must not stop the work.
        }
    }
}
