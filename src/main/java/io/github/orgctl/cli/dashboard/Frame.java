package io.github.orgctl.cli.dashboard;

import java.util.Arrays;

/** Content of a terminal: a grid of cells, each with a cluster and its style, and the cursor position. */
final class Frame {
    /** Content of the second cell of a wide cluster. */
    static final String CONTINUED = "";

    private static final String BLANK = " ";
    private static final String CUT = "…";

    private final int width;
    private final int height;
    private final String[] clusters;
    private final Style[] styles;
    private int cursorX;
    private int cursorY;

    Frame(int width, int height) {
        this.width = width;
        this.height = height;
        this.clusters = new String[width * height];
        this.styles = new Style[width * height];
        Arrays.fill(clusters, BLANK);
        Arrays.fill(styles, Style.PLAIN);
    }

    /** Another frame with the same content. */
    Frame copy() {
        Frame copy = new Frame(width, height);
        System.arraycopy(clusters, 0, copy.clusters, 0, clusters.length);
        System.arraycopy(styles, 0, copy.styles, 0, styles.length);
        copy.cursor(cursorX, cursorY);
        return copy;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    String cluster(int x, int y) {
        return clusters[y * width + x];
    }

    Style style(int x, int y) {
        return styles[y * width + x];
    }

    int cursorX() {
        return cursorX;
    }

    int cursorY() {
        return cursorY;
    }

    /** Places the cursor, within the frame. */
    void cursor(int x, int y) {
        cursorX = Math.max(0, Math.min(x, width - 1));
        cursorY = Math.max(0, Math.min(y, height - 1));
    }

    /**
     * Writes a text that ends before a column, cut with an ellipsis if it does not fit. Nothing is written outside the
     * frame.
     *
     * @return the column behind it
     */
    int write(int x, int y, int end, String text, Style style) {
        int limit = Math.min(end, width);
        if (y < 0 || y >= height || x < 0 || x >= limit) {
            return x;
        }
        int at = x;
        for (String cluster : Clusters.of(text)) {
            int cells = Clusters.width(cluster);
            if (at + cells > limit) {
                cut(x, y, at, limit, style);
                return limit;
            }
            // Some terminals write the marks of the last column into the next line.
            set(at, y, at + cells == width ? Clusters.base(cluster) : cluster, style);
            if (cells == 2) {
                set(at + 1, y, CONTINUED, style);
            }
            at += cells;
        }
        return at;
    }

    private void cut(int x, int y, int written, int limit, Style style) {
        int last = limit - 1;
        if (last > x && cluster(last, y).equals(CONTINUED)) {
            set(last - 1, y, BLANK, style);
        }
        if (written < last) {
            set(written, y, BLANK, style);
        }
        set(last, y, CUT, style);
    }

    /** Fills a rectangle with blanks of a style. */
    void fill(int x, int y, int end, int bottom, Style style) {
        for (int row = Math.max(0, y); row < Math.min(bottom, height); row++) {
            for (int column = Math.max(0, x); column < Math.min(end, width); column++) {
                set(column, row, BLANK, style);
            }
        }
    }

    /** Sets a cell. A wide cluster that loses its other half becomes a blank. */
    private void set(int x, int y, String cluster, Style style) {
        int index = y * width + x;
        boolean wasContinued = clusters[index].equals(CONTINUED);
        if (wasContinued && !cluster.equals(CONTINUED) && x > 0) {
            clusters[index - 1] = BLANK;
        }
        if (!wasContinued && x + 1 < width && clusters[index + 1].equals(CONTINUED)) {
            clusters[index + 1] = BLANK;
        }
        clusters[index] = cluster;
        styles[index] = style;
    }

    /** The text of a row, without blanks at its end. */
    String row(int y) {
        StringBuilder text = new StringBuilder();
        for (int x = 0; x < width; x++) {
            text.append(cluster(x, y));
        }
        return text.toString().stripTrailing();
    }

    /** All rows, for tests. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < height; y++) {
            text.append(row(y)).append('\n');
        }
        return text.toString();
    }
}
