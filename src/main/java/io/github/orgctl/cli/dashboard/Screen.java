package io.github.orgctl.cli.dashboard;

import java.util.List;
import java.util.Locale;

/** Draws a state: a pure function. */
final class Screen {
    private static final int LEAST_WIDTH = 24;
    private static final int LEAST_HEIGHT = 8;

    private final State state;
    private final Frame frame;
    /** First columns of the parts of the navigation bar. */
    private final int[] barX = new int[State.BAR_PARTS];

    private Screen(State state) {
        this.state = state;
        this.frame = new Frame(state.width(), state.height());
    }

    static Frame draw(State state) {
        Screen screen = new Screen(state);
        if (state.width() < LEAST_WIDTH || state.height() < LEAST_HEIGHT) {
            screen.frame.write(0, 0, state.width(), "too small", Style.PLAIN);
            return screen.frame;
        }
        screen.navigation();
        screen.title();
        for (Layout.Area area : Layout.of(state).areas()) {
            new ListView(screen.frame, state, area).draw();
        }
        screen.foot();
        if (state.bar() >= 0 && state.overlay() == null) {
            screen.frame.cursor(screen.barX[state.bar()], state.bar() < 2 ? 0 : 1);
        }
        for (Overlay overlay : state.overlays()) {
            new Dialog(screen.frame, state, overlay).draw();
        }
        return screen.frame;
    }

    private void navigation() {
        String current = state.place().organization() == null
                ? state.organization()
                : state.place().organization();
        String organization = current == null ? "all" : current;
        String project = state.project() == null ? "choose" : state.project();
        int half = state.width() / 2;
        int x = frame.write(0, 0, half, "Organization ", Style.PLAIN);
        x = part(0, x, 0, half, organization + " ▾", Style.BOLD);
        x = frame.write(Math.min(x + 2, half), 0, state.width(), "Project ", Style.PLAIN);
        part(1, x, 0, state.width(), project + " ▾", Style.BOLD);
        x = part(2, 0, 1, state.width(), " Projects ", tab(State.PROJECTS));
        x = part(3, x + 1, 1, state.width(), " Organizations ", tab(State.ORGANIZATIONS));
        String help = "? help";
        part(4, Math.max(x, state.width() - help.length()), 1, state.width(), help, Style.KEY);
        if (state.readOnly() && x + 14 < state.width() - help.length()) {
            frame.write(x + 2, 1, state.width(), "read-only", Style.PLAIN);
        }
    }

    private Style tab(int index) {
        return state.tab() == index ? Style.TITLE.underline() : Style.PLAIN;
    }

    private int part(int index, int x, int y, int end, String text, Style style) {
        barX[index] = x;
        return frame.write(x, y, end, text, state.bar() == index ? style.reverse() : style);
    }

    private void title() {
        Place place = state.place();
        int x = 0;
        if (place.sideBySide()) {
            frame.write(0, Layout.TITLE, state.width(), place.title(), Style.TITLE);
            return;
        }
        for (int i = 0; i < place.panes().size(); i++) {
            boolean focused = i == place.focus();
            Style style = focused ? Style.BOLD.underline() : Style.PLAIN;
            x = frame.write(x, Layout.TITLE, state.width(), place.panes().get(i).title(), style) + 2;
        }
        if (state.hasOuter() || state.tab() == State.PROJECTS) {
            String title = place.title();
            int from = state.width() - Clusters.widthOf(title);
            if (from > x) {
                frame.write(from, Layout.TITLE, state.width(), title, Style.TITLE);
            }
        }
    }

    private void foot() {
        int y = state.height() - 2;
        Row row = state.place().pane().row();
        String detail = row == null ? "" : row.detail();
        frame.write(0, y, state.width(), state.notice().isEmpty() ? detail : state.notice(), Style.PLAIN);
        int x = 0;
        List<Task> tasks = Tasks.of(state);
        for (Task task : tasks) {
            x = hint(x, Character.toString(task.key()), firstWord(task.title()));
        }
        if (state.place().isProject()) {
            x = hint(x, "h", "history");
        }
        x = hint(x, "/", "filter");
        x = hint(x, "o", "organization");
        x = hint(x, "p", "project");
        hint(x, "q", "quit");
    }

    /** Short name of a task. */
    private static String firstWord(String title) {
        int space = title.indexOf(' ');
        return (space < 0 ? title : title.substring(0, space)).toLowerCase(Locale.ROOT);
    }

    private int hint(int x, String key, String word) {
        if (x + key.length() + 1 + word.length() > state.width()) {
            return x;
        }
        int next = frame.write(x, state.height() - 1, state.width(), key, Style.KEY);
        return frame.write(next, state.height() - 1, state.width(), " " + word, Style.PLAIN) + 2;
    }
}
