package io.github.orgctl.cli.dashboard;

import java.util.ArrayList;
import java.util.List;

/**
 * Positions of the lists of a page.
 *
 * @param areas areas of the visible panes
 */
record Layout(List<Area> areas) {
    /** Line with the title of the page or its sections. */
    static final int TITLE = 2;

    private static final int BODY = 3;
    private static final int FOOT = 2;
    private static final int LEAST_HEIGHT = 5;
    private static final int GAP = 3;

    /**
     * Rectangle of a pane.
     *
     * @param pane its index in the page
     * @param rowsTop line of the first row
     * @param first index of the first row that shows
     * @param rows number of rows that fit
     * @param count number of rows that there are
     */
    record Area(int pane, int x, int y, int width, int height, int rowsTop, int first, int rows, int count) {
        /** Index of the row at a place on the screen, or -1. */
        int rowAt(int column, int line) {
            boolean inside = column >= x && column < x + width && line >= rowsTop && line < rowsTop + rows;
            int row = first + line - rowsTop;
            return inside && row < count ? row : -1;
        }

        int end() {
            return x + width;
        }

        int bottom() {
            return y + height;
        }
    }

    static Layout of(State state) {
        Place place = state.place();
        int height = Math.max(0, state.height() - BODY - FOOT);
        int shown = place.visible().size();
        boolean stacked = !state.isWide();
        if (shown == 1 || stacked && height / shown < LEAST_HEIGHT) {
            return new Layout(List.of(area(state, place.focus(), 0, BODY, state.width(), height)));
        }
        List<Area> areas = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            if (stacked) {
                int top = height * i / shown;
                areas.add(area(state, i, 0, BODY + top, state.width(), height * (i + 1) / shown - top));
            } else {
                int left = state.width() * i / shown;
                int width = state.width() * (i + 1) / shown - left - (i + 1 < shown ? GAP : 0);
                areas.add(area(state, i, left, BODY, width, height));
            }
        }
        return new Layout(areas);
    }

    private static Area area(State state, int index, int x, int y, int width, int height) {
        Pane pane = state.place().panes().get(index);
        int top = y
                + headings(state, pane)
                + (pane.content().columns().isEmpty() ? 0 : 1)
                + (hasFilter(state, index) ? 1 : 0);
        int rows = Math.max(0, y + height - top);
        int count = pane.rows().size();
        return new Area(index, x, y, width, height, top, first(pane.selected(), rows, count), rows, count);
    }

    /** Number of lines above the rows of a pane; the same for panes side by side, to align their rows. */
    static int headings(State state, Pane pane) {
        int most = pane.content().heading().size();
        if (state.isWide() && state.place().sideBySide()) {
            for (Pane other : state.place().panes()) {
                most = Math.max(most, other.content().heading().size());
            }
        }
        return most;
    }

    /** Index of the first visible row that centres the selected one without leaving lines empty. */
    static int first(int selected, int rows, int count) {
        return Math.max(0, Math.min(selected - rows / 2, count - rows));
    }

    /** Whether the pane shows its filter. */
    static boolean hasFilter(State state, int pane) {
        boolean typing = state.typing() && state.place().focus() == pane;
        return typing || !state.place().panes().get(pane).query().filter().isEmpty();
    }
}
