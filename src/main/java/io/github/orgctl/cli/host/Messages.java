package io.github.orgctl.cli.host;

import io.github.orgctl.cli.text.Visible;
import io.github.orgctl.core.port.Notices;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes lines for people to standard error, with nothing in them that could steer a terminal. */
public final class Messages implements Notices {
    private static final String NEXT_LINE = "\n  ";

    private final OutputStream err;
    private boolean color;

    public Messages(OutputStream err) {
        this.err = err;
    }

    /** Says whether to colour what stands out. */
    public void color(boolean wanted) {
        color = wanted;
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
        String help = hint == null ? "" : painted("36", "hint:") + " " + lines(hint) + "\n";
        put("orgctl: " + painted("1;31", "error:") + " " + lines(message) + "\n" + help);
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

    /** Shows in what two texts differ, as {@link TextDifference} has it. */
    public void difference(String lines) {
        StringBuilder text = new StringBuilder();
        for (int start = 0; start < lines.length(); ) {
            int end = lines.indexOf('\n', start);
            String line = lines.substring(start, end);
            text.append(painted(colorOf(line), Visible.block(line))).append('\n');
            start = end + 1;
        }
        put(text.toString());
    }

    /** The colour of a line of a difference, or null for none. */
    private static String colorOf(String line) {
        if (line.startsWith("---") || line.startsWith("+++")) {
            return "1";
        } else if (line.startsWith("@@")) {
            return "36";
        }
        return line.startsWith("+") ? "32" : line.startsWith("-") ? "31" : null;
    }

    private String painted(String code, String text) {
        return color && code != null ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** Writes a question and leaves the cursor behind it. */
    public void prompt(String question) {
        write(question + " ");
    }

    /** Writes a text as it is but for control characters. */
    public void write(String text) {
        put(Visible.block(text));
    }

    private void put(String visible) {
        try {
            err.write(visible.getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException nobodyReads) {
            // Standard error is where failures are told; where it is closed there is nobody to tell.
        }
    }
}
