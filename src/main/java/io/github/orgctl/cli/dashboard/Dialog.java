package io.github.orgctl.cli.dashboard;

import io.github.orgctl.cli.terminal.LineInput;
import java.util.ArrayList;
import java.util.List;

/** Draws overlays in a box above the page. */
final class Dialog {
    private static final int WIDEST = 100;
    private static final int DROP_DOWN = 60;
    private static final int FIELD = 36;

    private final Frame frame;
    private final State state;
    private final Overlay overlay;
    private int left;
    private int top;
    private int end;
    private int bottom;

    Dialog(Frame frame, State state, Overlay overlay) {
        this.frame = frame;
        this.state = state;
        this.overlay = overlay;
    }

    void draw() {
        if (overlay instanceof Overlay.Picker picker) {
            draw(picker);
        } else if (overlay instanceof Overlay.Form form) {
            draw(form);
        } else if (overlay instanceof Overlay.Confirm confirm) {
            draw(confirm);
        } else if (overlay instanceof Overlay.Reader reader) {
            draw(reader);
        } else if (overlay instanceof Overlay.Help help) {
            draw(help);
        }
    }

    /** Draws a box for the given number of lines, or for as many as fit, and returns that number. */
    private int box(String title, Style style, int lines) {
        int width = Math.min(frame.width() - 2, WIDEST);
        int height = Math.min(frame.height() - 2, lines + 2);
        return box((frame.width() - width) / 2, (frame.height() - height) / 2, width, height, title, style);
    }

    private int box(int x, int y, int width, int height, String title, Style style) {
        left = x;
        top = y;
        end = left + width;
        bottom = top + height;
        frame.fill(left, top, end, bottom, Style.PLAIN);
        String side = "─".repeat(width - 2);
        frame.write(left, top, end, "┌" + side + "┐", Style.PLAIN);
        frame.write(left, bottom - 1, end, "└" + side + "┘", Style.PLAIN);
        for (int line = top + 1; line < bottom - 1; line++) {
            frame.write(left, line, end, "│", Style.PLAIN);
            frame.write(end - 1, line, end, "│", Style.PLAIN);
        }
        frame.write(left + 2, top, end - 2, " " + title + " ", style);
        frame.cursor(left + 2, top + 1);
        return height - 2;
    }

    /** Columns for text in a dialog. */
    static int innerWidth(State state) {
        return Math.max(1, Math.min(state.width() - 2, WIDEST) - 4);
    }

    private int inner() {
        return innerWidth(state);
    }

    private void line(int index, String text, Style style) {
        frame.write(left + 2, top + 1 + index, end - 2, text, style);
    }

    /** Writes an input field, showing the end of a text that is too long, and places the cursor. */
    private void input(int x, int y, LineInput input, boolean focused) {
        int room = Math.max(1, end - 3 - x);
        String before = Clusters.end(input.before(), room);
        int cursor = frame.write(x, y, end - 2, before, Style.PLAIN.underline());
        int at = frame.write(cursor, y, end - 2, input.after(), Style.PLAIN.underline());
        while (at < end - 2) {
            at = frame.write(at, y, end - 2, " ", Style.PLAIN.underline());
        }
        if (focused) {
            frame.cursor(cursor, y);
        }
    }

    private void selectable(int index, String text, boolean selected, Style style) {
        if (selected) {
            frame.fill(left + 1, top + 1 + index, end - 1, top + 2 + index, Style.PLAIN.reverse());
        }
        line(index, text, selected ? style.reverse() : style);
    }

    private void draw(Overlay.Picker picker) {
        String title = picker.ofProjects() ? "Choose a project" : "Choose an organization";
        int width = Math.min(frame.width() - 2, DROP_DOWN);
        int x = picker.ofProjects() ? Math.min(frame.width() / 4, frame.width() - width) : 0;
        int height = Math.min(frame.height() - 2, Math.max(4, picker.size() + 2) + 2);
        int room = box(x, 1, width, height, title, Style.TITLE) - 2;
        line(0, "/", Style.PLAIN);
        int first = Layout.first(picker.selected(), room, picker.size());
        for (int i = 0; i < room && first + i < picker.size(); i++) {
            int index = first + i;
            selectable(2 + i, text(picker, index), index == picker.selected(), Style.PLAIN);
        }
        if (picker.size() == 0) {
            line(2, picker.pane().isLoaded() ? "Nothing matches." : "Loading…", Style.PLAIN);
        }
        input(left + 4, top + 1, picker.filter(), true);
    }

    private static String text(Overlay.Picker picker, int index) {
        if (index < picker.before()) {
            return "All organizations";
        }
        int row = index - picker.before();
        if (row >= picker.pane().rows().size()) {
            return picker.ofProjects() ? "+ Create new project" : "+ Create organization";
        }
        StringBuilder text = new StringBuilder();
        for (Label cell : picker.pane().rows().get(row).cells()) {
            text.append(text.length() == 0 ? "" : "  ").append(cell.text());
        }
        return text.toString();
    }

    private void draw(Overlay.Form form) {
        int count = form.inputs().size();
        int room = box(title(form.task()), style(form.task()), count + 2);
        int first = Layout.first(form.focus(), Math.max(1, room - 2), count);
        for (int i = first; i < count && i - first < Math.max(1, room - 2); i++) {
            Field field = form.task().fields().get(i);
            boolean focused = i == form.focus();
            int y = top + 1 + i - first;
            int label = Math.min(FIELD, inner() / 2);
            frame.write(left + 2, y, left + 2 + label, field.label(), focused ? Style.BOLD : Style.PLAIN);
            if (field.choices().isEmpty()) {
                input(left + 3 + label, y, form.inputs().get(i), focused);
            } else {
                choice(left + 3 + label, y, form.inputs().get(i).text(), focused);
            }
        }
        if (room > count + 1) {
            line(room - 1, "Enter continue   Tab next field   Esc cancel", Style.PLAIN);
        }
    }

    private void choice(int x, int y, String text, boolean focused) {
        frame.write(x, y, end - 2, "< " + text + " >", focused ? Style.PLAIN.reverse() : Style.PLAIN);
        if (focused) {
            frame.cursor(x + 2, y);
        }
    }

    private static String title(Task task) {
        return task.live() ? "LIVE: " + task.title() : task.title();
    }

    private static Style style(Task task) {
        return task.live() ? Style.LIVE : Style.TITLE;
    }

    private void draw(Overlay.Confirm confirm) {
        List<String> lines = new ArrayList<>(
                Wrapped.lines(List.of(CommandWords.spelled(state.options(), confirm.words())), inner()));
        int commandLines = lines.size();
        lines.add("");
        lines.addAll(Wrapped.lines(preview(confirm), inner()));
        boolean typed = confirm.task().live() && !confirm.isRefused();
        int foot = typed ? 4 : 3;
        int room = box(title(confirm.task()), style(confirm.task()), lines.size() + foot);
        int shown = Math.max(0, room - foot);
        int first = Math.max(0, Math.min(confirm.scroll(), lines.size() - shown));
        for (int i = 0; i < shown && first + i < lines.size(); i++) {
            String line = lines.get(first + i);
            boolean wrong = line.startsWith("error:");
            line(i, line, first + i < commandLines ? Style.BOLD : wrong ? Style.ERROR : Style.PLAIN);
        }
        buttons(confirm, typed, room);
    }

    private static List<String> preview(Overlay.Confirm confirm) {
        if (confirm.running()) {
            return List.of("Running…");
        } else if (confirm.preview() == null) {
            return List.of("Running a dry run…");
        }
        return confirm.preview().lines();
    }

    private void buttons(Overlay.Confirm confirm, boolean typed, int room) {
        int y = top + room - 1;
        boolean accepting = confirm.accepting() && !confirm.isRefused();
        int x = frame.write(left + 2, y, end - 2, "[ Cancel ]", accepting ? Style.PLAIN : Style.PLAIN.reverse());
        int run = x + 2;
        if (!confirm.isRefused()) {
            x = frame.write(
                    run,
                    y,
                    end - 2,
                    "[ Run ]",
                    accepting ? style(confirm.task()).reverse() : Style.PLAIN);
        }
        frame.write(left + 2, y + 1, end - 2, "y copies the command line   arrows choose   Enter selects", Style.PLAIN);
        frame.cursor(accepting ? run : left + 2, y);
        if (typed) {
            int at =
                    frame.write(left + 2, y - 1, end - 2, "Type " + Overlay.Confirm.WORD + " to confirm: ", Style.LIVE);
            input(at, y - 1, confirm.typed(), !confirm.typed().isEmpty());
        }
    }

    private void draw(Overlay.Reader reader) {
        List<String> lines = Wrapped.lines(reader.lines(), inner());
        int room = box(reader.title(), Style.TITLE, lines.size() + 2) - 2;
        int first = Math.max(0, Math.min(reader.scroll(), lines.size() - room));
        for (int i = 0; i < room && first + i < lines.size(); i++) {
            line(i, lines.get(first + i), Style.PLAIN);
        }
        line(room + 1, "Esc close   y copy   arrows scroll", Style.PLAIN);
    }

    private void draw(Overlay.Help help) {
        List<Overlay.Help.Entry> entries = help.entries();
        int room = box(
                        "Help: type to search, Enter runs the entry",
                        Style.TITLE,
                        help.all().size() + 2)
                - 2;
        line(0, "/", Style.PLAIN);
        int first = Layout.first(help.selected(), room, entries.size());
        for (int i = 0; i < room && first + i < entries.size(); i++) {
            Overlay.Help.Entry entry = entries.get(first + i);
            boolean selected = first + i == help.selected();
            selectable(2 + i, entry.title(), selected, Style.PLAIN);
            int width = Clusters.widthOf(entry.keys());
            frame.write(end - 2 - width, top + 3 + i, end - 2, entry.keys(), selected ? Style.KEY.select() : Style.KEY);
        }
        if (entries.isEmpty()) {
            line(2, "Nothing matches.", Style.PLAIN);
        }
        input(left + 4, top + 1, help.filter(), true);
    }
}
