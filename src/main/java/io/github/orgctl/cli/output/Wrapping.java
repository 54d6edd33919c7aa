package io.github.orgctl.cli.output;

import io.github.orgctl.cli.text.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/** Wraps text at word boundaries. */
final class Wrapping {
    private final int columns;
    private final boolean breakingWords;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int width;

    private Wrapping(int columns, boolean breakingWords) {
        this.columns = columns;
        this.breakingWords = breakingWords;
    }

    /**
     * Wraps a text to a maximum width.
     *
     * @param text a single line
     * @param breakingWords whether to break words that are wider than a line; otherwise they stay whole, so that they
     *     can be copied
     */
    static List<String> lines(String text, int columns, boolean breakingWords) {
        Wrapping wrapping = new Wrapping(columns, breakingWords);
        for (int start = 0; start <= text.length(); ) {
            int space = text.indexOf(' ', start);
            int end = space < 0 ? text.length() : space;
            wrapping.add(text.substring(start, end));
            start = end + 1;
        }
        wrapping.endLine();
        return wrapping.lines;
    }

    private void add(String word) {
        int wordWidth = DisplayWidth.of(word);
        if (width > 0 && width + 1 + wordWidth > columns) {
            endLine();
        }
        String rest = word;
        while (breakingWords && rest.length() > 1 && DisplayWidth.of(rest) > columns) {
            String part =
                    rest.substring(0, Math.max(rest.offsetByCodePoints(0, 1), DisplayWidth.fitting(rest, columns)));
            line.append(part);
            endLine();
            rest = rest.substring(part.length());
        }
        line.append(width > 0 ? " " : "").append(rest);
        width += (width > 0 ? 1 : 0) + DisplayWidth.of(rest);
    }

    private void endLine() {
        lines.add(line.toString());
        line.setLength(0);
        width = 0;
    }
}
