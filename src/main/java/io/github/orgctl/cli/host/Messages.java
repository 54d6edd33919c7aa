package io.github.orgctl.cli.host;

import io.github.orgctl.cli.text.Visible;
import io.github.orgctl.core.port.Notices;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes messages to standard error, without terminal control characters. */
public final class Messages implements Notices {
    private static final String NEXT_LINE = "\n  ";

    private final OutputStream err;
    private boolean color;

    public Messages(OutputStream err) {
        this.err = err;
    }

    /** Sets whether to use colours. */
    public void color(boolean wanted) {
        color = wanted;
    }

    @Override
    public void notice(String line) {
        write("orgctl: " + line + "\n");
    }

    /**
     * Prints an error with its hint. Further lines of a message are indented, so that user input or file content can't
     * imitate a message.
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

    /** Prints the difference of two texts, as created by {@link TextDifference}. */
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

    /** Colour for a line of a difference, or null. */
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

    /** Prints a prompt and leaves the cursor after it. */
    public void prompt(String question) {
        write(question + " ");
    }

    /** Prints a text without its control characters. */
    public void write(String text) {
        put(Visible.block(text));
    }

    private void put(String visible) {
        try {
            err.write(visible.getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException nobodyReads) {
            // If standard error is closed, there is nobody to report to.
        }
    }
}
