package io.github.orgctl.cli.host;

import io.github.orgctl.cli.output.Visible;
import io.github.orgctl.core.port.Notices;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes lines for people to standard error, with nothing in them that could steer a terminal. */
public final class Messages implements Notices {
    private static final String NEXT_LINE = "\n  ";

    private final OutputStream err;

    public Messages(OutputStream err) {
        this.err = err;
    }

    @Override
    public void notice(String line) {
        write("orgctl: " + line + "\n");
    }

    /**
     * Tells what went wrong, and what may help. Further lines of a message are indented, so that nothing that a user typed
     * or a file holds can pass for a line of its own.
     */
    public void error(String message, String hint) {
        String help = hint == null ? "" : "hint: " + lines(hint) + "\n";
        write("orgctl: error: " + lines(message) + "\n" + help);
    }

    private static String lines(String text) {
        StringBuilder lines = new StringBuilder();
        int start = 0;
        for (int end = text.indexOf(NEXT_LINE); end >= 0; end = text.indexOf(NEXT_LINE, start)) {
            lines.append(Visible.line(text.substring(start, end))).append(NEXT_LINE);
            start = end + NEXT_LINE.length();
        }
        return lines.append(Visible.line(text.substring(start))).toString();
    }

    /** Writes a question and leaves the cursor behind it. */
    public void prompt(String question) {
        write(question + " ");
    }

    /** Writes a text as it is but for control characters. */
    public void write(String text) {
        try {
            err.write(Visible.block(text).getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException nobodyReads) {
            // Standard error is where failures are told; where it is closed there is nobody to tell.
        }
    }
}
