package io.github.orgctl.cli.dashboard;

import io.github.orgctl.core.model.access.Action;
import java.util.List;

/** Draws a list in its area. */
final class ListView {
    private static final int GAP = 2;

    private final Frame frame;
    private final State state;
    private final Layout.Area area;
    private final Pane pane;
    private final boolean focused;

    ListView(Frame frame, State state, Layout.Area area) {
        this.frame = frame;
        this.state = state;
        this.area = area;
        this.pane = state.place().panes().get(area.pane());
        this.focused = state.place().focus() == area.pane() && state.bar() < 0;
    }

    void draw() {
        int y = area.y();
        for (Label line : pane.content().heading()) {
            if (y < area.bottom()) {
                write(area.x(), y++, area.end(), line, focused && y == area.y() + 1);
            }
        }
        y = area.y() + Layout.headings(state, pane);
        if (Layout.hasFilter(state, area.pane()) && y < area.bottom()) {
            int x = frame.write(area.x(), y, area.end(), "/ " + pane.query().filter(), Style.BOLD);
            if (state.typing()) {
                frame.cursor(x, y);
            }
            y++;
        }
        int[] widths = widths();
        if (!pane.content().columns().isEmpty() && y < area.bottom()) {
            titles(y, widths);
        }
        if (pane.rows().isEmpty()) {
            empty();
            return;
        }
        for (int i = 0; i < area.rows() && area.first() + i < pane.rows().size(); i++) {
            row(area.first() + i, area.rowsTop() + i, widths);
        }
    }

    private void write(int from, int y, int end, Label line, boolean marked) {
        int x = from;
        for (Span span : line.spans()) {
            x = frame.write(x, y, end, span.text(), marked ? span.style().underline() : span.style());
        }
    }

    private void titles(int y, int[] widths) {
        int x = area.x();
        for (int i = 0; i < widths.length && i < pane.content().columns().size(); i++) {
            frame.write(
                    x,
                    y,
                    Math.min(area.end(), x + widths[i]),
                    pane.content().columns().get(i),
                    Style.PLAIN.underline());
            x += widths[i] + (widths[i] == 0 ? 0 : GAP);
        }
    }

    private void row(int index, int y, int[] widths) {
        Row row = pane.rows().get(index);
        boolean selected = index == pane.selected();
        boolean reversed = selected && focused;
        if (reversed) {
            frame.fill(area.x(), y, area.end(), y + 1, Style.PLAIN.reverse());
        }
        if (reversed && !state.typing()) {
            frame.cursor(area.x(), y);
        }
        int x = area.x();
        for (int i = 0; i < row.cells().size() && i < widths.length; i++) {
            int end = Math.min(area.end(), x + widths[i]);
            for (Span span : row.cells().get(i).spans()) {
                Style style = span.style();
                frame.write(x, y, end, span.text(), reversed ? style.select() : selected ? style.underline() : style);
            }
            x += widths[i] + (widths[i] == 0 ? 0 : GAP);
        }
    }

    private void empty() {
        int y = area.rowsTop();
        String text = pane.problem() != null ? pane.problem() : pane.isLoaded() ? nothing() : "Loading…";
        for (String line : Wrapped.lines(List.of(text), area.width())) {
            if (y < area.bottom()) {
                frame.write(area.x(), y++, area.end(), line, pane.problem() == null ? Style.PLAIN : Style.ERROR);
            }
        }
        if (focused && !state.typing()) {
            frame.cursor(area.x(), area.rowsTop());
        }
    }

    private String nothing() {
        if (!pane.query().filter().isEmpty()) {
            return "Nothing matches. Press Esc to clear the filter.";
        }
        boolean creates = !state.readOnly();
        return switch (pane.query().source()) {
            case PROJECTS ->
                creates && pane.content().allowed().contains(Action.PROJECT_CREATE) && state.organization() != null
                        ? "No projects yet. Press c to create one."
                        : "No projects.";
            case ORGANIZATIONS ->
                creates && pane.content().allowed().contains(Action.ORG_CREATE)
                        ? "No organizations yet. Press c to create one."
                        : "No organizations.";
            case DELETED_PROJECTS, DELETED_ORGANIZATIONS -> "The trash is empty.";
            case KEYS -> "No keys.";
            case HISTORY -> "No changes yet.";
            case MEMBERS -> "No members.";
            case INVITATIONS -> "No invitations.";
            case TOKENS -> pane.content().columns().isEmpty() ? "" : "No tokens.";
            case BILLING, AUDIT -> "";
        };
    }

    /**
     * Widths of the columns: as wide as the visible rows need; the widest are cut until all fit, and the last takes the
     * rest.
     */
    private int[] widths() {
        int columns = pane.content().columns().size();
        for (int i = area.first(); i < Math.min(pane.rows().size(), area.first() + area.rows()); i++) {
            columns = Math.max(columns, pane.rows().get(i).cells().size());
        }
        int[] widths = new int[columns];
        for (int i = 0; i < pane.content().columns().size(); i++) {
            widths[i] = pane.content().columns().get(i).length();
        }
        for (int i = area.first(); i < Math.min(pane.rows().size(), area.first() + area.rows()); i++) {
            List<Label> cells = pane.rows().get(i).cells();
            for (int k = 0; k < cells.size(); k++) {
                widths[k] =
                        Math.max(widths[k], Math.min(area.width(), cells.get(k).width()));
            }
        }
        fit(widths);
        return widths;
    }

    private void fit(int[] widths) {
        int left = area.width();
        for (int width : widths) {
            left -= width + (width == 0 ? 0 : GAP);
        }
        for (left += GAP; left < 0; left++) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= 1) {
                return;
            }
            widths[widest]--;
        }
        if (widths.length > 0) {
            widths[widths.length - 1] += left;
        }
    }
}
