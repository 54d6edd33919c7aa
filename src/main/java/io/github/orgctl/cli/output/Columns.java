package io.github.orgctl.cli.output;

import java.util.List;

/** Widths of a table's columns. */
final class Columns {
    static final int GAP = 2;
    private static final int LEAST_FLEXIBLE = 8;
    private static final int LEAST = 3;

    private Columns() {}

    /** The width of each column's widest cell. */
    static int[] widths(int columns, List<String[]> lines) {
        int[] widths = new int[columns];
        for (String[] line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(line[i]));
            }
        }
        return widths;
    }

    /**
     * Shrinks columns until they fit: first those with free text, the widest first; then, because a screen full of
     * wrapped lines is harder to read than an id that was cut, all others too.
     */
    static void fit(int[] widths, boolean[] flexible, int available) {
        int excess = GAP * (widths.length - 1) - available;
        for (int width : widths) {
            excess += width;
        }
        excess = shrink(widths, flexible, LEAST_FLEXIBLE, excess);
        shrink(widths, null, LEAST, excess);
    }

    private static int shrink(int[] widths, boolean[] chosen, int least, int excess) {
        int left = excess;
        for (int widest = widest(widths, chosen, least); left > 0 && widest >= 0; left--) {
            widths[widest]--;
            widest = widest(widths, chosen, least);
        }
        return left;
    }

    private static int widest(int[] widths, boolean[] chosen, int least) {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            boolean candidate = widths[i] > least && (chosen == null || chosen[i]);
            if (candidate && (widest < 0 || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        return widest;
    }
}
