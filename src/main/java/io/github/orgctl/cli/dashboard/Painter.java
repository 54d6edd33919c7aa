package io.github.orgctl.cli.dashboard;

import java.util.Objects;

/**
 * Writes what differs between the frame on the terminal and the next one, as one synchronized update. After each cluster
 * that is not plain ASCII the cursor is addressed absolutely, so that a terminal which measures it otherwise shifts nothing.
 */
final class Painter {
    private static final String BEGIN = "\u001b[?2026h\u001b[?25l";
    private static final String END = "\u001b[?25h\u001b[?2026l";
    private static final String CLEAR = "\u001b[0m\u001b[2J";

    private final boolean colors;
    private final StringBuilder out = new StringBuilder();
    private Frame shown;
    private int penX;
    private int penY;
    private Style pen;

    /**
     * @param colors whether colours are allowed
     */
    Painter(boolean colors) {
        this.colors = colors;
    }

    /** Forces the next frame to be painted completely. */
    void forget() {
        shown = null;
    }

    /** Output that makes the terminal show the frame; empty if it already does. */
    String paint(Frame frame) {
        out.setLength(0);
        pen = null;
        penX = -1;
        boolean whole = shown == null || shown.width() != frame.width() || shown.height() != frame.height();
        if (whole) {
            out.append(CLEAR);
            shown = new Frame(frame.width(), frame.height());
        }
        for (int y = 0; y < frame.height(); y++) {
            row(frame, y);
        }
        boolean moved = shown.cursorX() != frame.cursorX() || shown.cursorY() != frame.cursorY();
        shown = frame;
        if (out.length() == 0 && !moved) {
            return "";
        }
        if (pen != null) {
            Style.PLAIN.appendTo(out, colors);
        }
        moveTo(frame.cursorX(), frame.cursorY());
        return BEGIN + out + END;
    }

    /** Behind a character with marks the next one is written again: some terminals put the marks there. */
    private void row(Frame frame, int y) {
        boolean spilled = false;
        for (int x = 0; x < frame.width(); x++) {
            String cluster = frame.cluster(x, y);
            if (!cluster.equals(Frame.CONTINUED) && (spilled || isChanged(frame, x, y))) {
                cell(frame, x, y);
                spilled = hasMarks(cluster);
            }
        }
    }

    private static boolean hasMarks(String cluster) {
        return cluster.length() > 1 && cluster.codePointCount(0, cluster.length()) > 1;
    }

    private boolean isChanged(Frame frame, int x, int y) {
        return !frame.cluster(x, y).equals(shown.cluster(x, y))
                || !Objects.equals(frame.style(x, y), shown.style(x, y));
    }

    private void cell(Frame frame, int x, int y) {
        String cluster = frame.cluster(x, y);
        if (penX != x || penY != y) {
            moveTo(x, y);
        }
        Style style = frame.style(x, y);
        if (!style.equals(pen)) {
            style.appendTo(out, colors);
            pen = style;
        }
        out.append(cluster);
        penX = cluster.charAt(0) <= '~' && cluster.length() == 1 ? x + 1 : -1;
        penY = y;
    }

    private void moveTo(int x, int y) {
        out.append("\u001b[").append(y + 1).append(';').append(x + 1).append('H');
    }
}
