package io.github.orgctl.cli.host;

import io.github.orgctl.core.port.Progress;
import java.io.OutputStream;
import me.tongfei.progressbar.ProgressBar;

/** Shows progress as a bar on a terminal. */
public final class ShownProgress implements Progress {
    private final OutputStream terminal;
    private ProgressBar bar;

    public ShownProgress(OutputStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void begin(String task, long total) {
        close();
        bar = TerminalBar.steps(task, total, terminal);
    }

    @Override
    public void step() {
        bar.step();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
