package io.github.orgctl.cli.help;

import java.util.List;

/** A help text under construction: paragraphs and titled sections, wrapped to 80 columns. */
public final class HelpText implements HelpPage {
    /** Widest line. Command lines that can't be broken may be wider. */
    public static final int COLUMNS = 80;

    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    @Override
    public HelpText paragraph(String words) {
        separate();
        wrap(words, 0, 0);
        return this;
    }

    @Override
    public HelpText section(String title, String words) {
        title(title);
        text.append(INDENT);
        wrap(words, INDENT.length(), INDENT.length());
        return this;
    }

    @Override
    public HelpText lines(String title, List<String> lines) {
        title(title);
        for (String line : lines) {
            text.append(line.isEmpty() ? "" : INDENT).append(line).append('\n');
        }
        return this;
    }

    @Override
    public HelpText table(String title, List<String[]> rows) {
        if (!rows.isEmpty()) {
            title(title);
            rows(rows, INDENT);
        }
        return this;
    }

    @Override
    public HelpText rows(List<String[]> rows) {
        separate();
        rows(rows, "");
        return this;
    }

    private void rows(List<String[]> rows, String indent) {
        int last = rows.get(0).length - 1;
        int[] widths = new int[last];
        for (String[] row : rows) {
            for (int i = 0; i < last; i++) {
                widths[i] = Math.max(widths[i], row[i].length() + 2);
            }
        }
        for (String[] row : rows) {
            text.append(indent);
            int column = indent.length();
            for (int i = 0; i < last; i++) {
                boolean nothingFollows = i == last - 1 && row[last].isEmpty();
                text.append(row[i]).append(nothingFollows ? "" : " ".repeat(widths[i] - row[i].length()));
                column += widths[i];
            }
            wrap(row[last], column, column);
        }
    }

    private void title(String title) {
        separate();
        text.append(title).append('\n');
    }

    private void separate() {
        if (text.length() > 0) {
            text.append('\n');
        }
    }

    /** Writes words that begin at a column and continue at another in further lines. */
    private void wrap(String words, int from, int indent) {
        int column = from;
        String separator = "";
        for (int start = 0; start < words.length(); ) {
            int space = words.indexOf(' ', start);
            int end = space < 0 ? words.length() : space;
            if (!separator.isEmpty() && column + 1 + end - start > COLUMNS) {
                text.append('\n').append(" ".repeat(indent));
                column = indent;
                separator = "";
            }
            text.append(separator).append(words, start, end);
            column += separator.length() + end - start;
            separator = " ";
            start = end + 1;
        }
        text.append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
