package io.github.orgctl.cli.output;

import java.io.File;
import org.fusesource.jansi.internal.CLibrary;
import org.fusesource.jansi.internal.Kernel32;

/** Size of the terminal on standard output, or else of that on standard error, determined on first use. */
public final class TerminalSize {
    private static final int USUAL_COLUMNS = 80;
    private static final int USUAL_LINES = 24;

    private int columns;
    private int lines;
    private boolean asked;

    /**
     * @param columns value of {@code COLUMNS}, or null; ignored unless it is a positive number
     * @param lines value of {@code LINES}, or null; ignored unless it is a positive number
     */
    public TerminalSize(String columns, String lines) {
        this.columns = positive(columns);
        this.lines = positive(lines);
    }

    public int columns() {
        if (columns == 0) {
            ask();
        }
        return columns;
    }

    public int lines() {
        if (lines == 0) {
            ask();
        }
        return lines;
    }

    private static int positive(String text) {
        int number = 0;
        for (int i = 0; text != null && i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || i > 4) {
                return 0;
            }
            number = 10 * number + c - '0';
        }
        return number;
    }

    private void ask() {
        if (!asked) {
            asked = true;
            try {
                Native.ask(this);
            } catch (LinkageError | RuntimeException noLibrary) {
                // The native library is not available for this platform or can't be unpacked: use the default size.
            }
        }
        set(USUAL_COLUMNS, USUAL_LINES);
    }

    /** Sets dimensions that are not known yet. */
    private void set(int foundColumns, int foundLines) {
        columns = columns == 0 ? foundColumns : columns;
        lines = lines == 0 ? foundLines : lines;
    }

    /** A separate class, because it loads a native library; the launcher passes the location of the unpacked one. */
    private static final class Native {
        private Native() {}

        static void ask(TerminalSize size) {
            if (File.separatorChar == '\\') {
                Kernel32.CONSOLE_SCREEN_BUFFER_INFO info = new Kernel32.CONSOLE_SCREEN_BUFFER_INFO();
                long console = Kernel32.GetStdHandle(Kernel32.STD_OUTPUT_HANDLE);
                if (Kernel32.GetConsoleScreenBufferInfo(console, info) != 0) {
                    size.set(info.windowWidth(), info.windowHeight());
                }
            } else {
                CLibrary.WinSize window = new CLibrary.WinSize();
                if (CLibrary.ioctl(CLibrary.STDOUT_FILENO, CLibrary.TIOCGWINSZ, window) == 0
                        || CLibrary.ioctl(CLibrary.STDERR_FILENO, CLibrary.TIOCGWINSZ, window) == 0) {
                    size.set(window.ws_col, window.ws_row);
                }
            }
        }
    }
}
