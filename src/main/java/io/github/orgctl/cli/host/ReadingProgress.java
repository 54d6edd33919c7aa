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

/** A bar on a terminal that shows how far a file is read. It is gone when it is closed; Ctrl-C leaves it. */
final class ReadingProgress implements ProgressBarConsumer {
    private static final int COLUMNS = 79;
    private static final int MEBIBYTE = 1 << 20;
    private static final int INTERVAL_MILLIS = 200;

    private final OutputStream terminal;
    private final Holding.Hold leaving = Interrupts.PROCESS.cleaningUp(this::leave);
    private boolean isOver;

    private ReadingProgress(OutputStream terminal) {
        this.terminal = terminal;
    }

    /**
     * @param size in bytes, or -1 where it is not known
     */
    static InputStream shown(InputStream stream, long size, OutputStream terminal) {
        return ProgressBar.wrap(
                stream,
                new ProgressBarBuilder()
                        .setTaskName("Reading")
                        .setInitialMax(size)
                        .setUnit(" MiB", MEBIBYTE)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(INTERVAL_MILLIS)
                        .setConsumer(new ReadingProgress(terminal)));
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

    /** What is written next, the shell's prompt above all, has a line of its own. */
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
            // A bar that can't be shown is no reason to stop.
        }
    }
}
