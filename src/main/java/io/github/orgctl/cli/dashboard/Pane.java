package io.github.orgctl.cli.dashboard;

import java.util.ArrayList;
import java.util.List;

/**
 * List on the screen.
 *
 * @param listed null until it is loaded
 * @param problem why it could not be loaded, or null
 * @param selected index of the selected row
 */
record Pane(String title, Query query, Listed listed, String problem, int selected) {
    static Pane of(String title, Query query) {
        return new Pane(title, query, null, null, 0);
    }

    boolean isLoaded() {
        return listed != null;
    }

    Listed content() {
        return listed == null ? Listed.NOTHING : listed;
    }

    List<Row> rows() {
        return content().rows();
    }

    /** The selected row, or null. */
    Row row() {
        return selected < rows().size() ? rows().get(selected) : null;
    }

    /** The item of the selected row, or null. */
    Item item() {
        return row() == null ? null : row().item();
    }

    /** This pane with another row selected, or the nearest one. */
    Pane select(int index) {
        return new Pane(title, query, listed, problem, clamp(index, rows().size()));
    }

    /** This pane with the row of the given id selected, if it exists. */
    Pane select(String id) {
        int index = indexOf(id);
        return index < 0 ? this : select(index);
    }

    /** This pane with another filter. Its rows stay until the new ones are loaded. */
    Pane filtered(String text) {
        return new Pane(title, query.filtered(text), listed, problem, selected);
    }

    /** This pane with loaded rows. The selected row stays selected. */
    Pane with(Listed answer) {
        Row before = row();
        Pane next = new Pane(
                title, query, answer, null, clamp(selected, answer.rows().size()));
        return before == null ? next : next.select(before.id());
    }

    /** This pane with the rows of the next page. */
    Pane plus(Listed page) {
        List<Row> all = new ArrayList<>(rows());
        all.addAll(page.rows());
        Listed whole = new Listed(
                all, page.more(), page.heading(), page.columns(), page.copied(), page.locked(), page.allowed());
        return new Pane(title, query, whole, null, selected);
    }

    /**
     * This pane after loading failed.
     *
     * @param gone whether to clear its rows
     */
    Pane failed(String message, boolean gone) {
        return new Pane(title, query, gone ? null : listed, message, selected);
    }

    private int indexOf(String id) {
        List<Row> rows = rows();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private static int clamp(int index, int size) {
        return Math.max(0, Math.min(index, size - 1));
    }
}
