package io.github.orgctl.cli.terminal;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.text.DisplayWidth;
import io.github.orgctl.cli.text.Visible;
import java.util.ArrayList;
import java.util.List;

/**
 * Searchable list below the command line to choose one row from. The cursor is on the selected row, for screen readers;
 * the list is erased afterwards.
 */
public final class Picker implements RawTerminal.Screen {
    private static final String BRACKETED_PASTE = "\u001b[?2004";
    private static final String SYNCHRONIZED = "\u001b[?2026";
    private static final String ERASE_BELOW = "\u001b[J";
    private static final String ERASE_TO_END = "\u001b[K";
    private static final int MAX_ROWS = 10;
    private static final int MAX_REFERENCE = 40;
    /** Lines besides the rows: title, query and count. */
    private static final int EXTRA_LINES = 3;

    private final String title;
    private final ChoiceSearch search;
    /** Widths of the drawn lines above the cursor. */
    private final List<Integer> above = new ArrayList<>();

    private int columns = 1;

    Picker(String title, List<Choice> choices) {
        this.title = title;
        this.search = new ChoiceSearch(choices);
    }

    /**
     * Lets the user pick a choice.
     *
     * @param host whose standard input and standard error are a terminal
     * @return null for none
     */
    public static Choice pick(Host host, String title, List<Choice> choices) {
        Picker picker = new Picker(title, choices);
        try (RawTerminal terminal = new RawTerminal(host, picker)) {
            return picker.run(terminal);
        }
    }

    private Choice run(RawTerminal terminal) {
        terminal.write(frame(terminal.columns(), terminal.lines()));
        while (true) {
            TerminalEvent event = terminal.read();
            if (event instanceof KeyPress key && isEnd(key)) {
                return null;
            }
            if (event instanceof KeyPress key && key.key() == Key.ENTER && search.selected() != null) {
                return search.selected();
            }
            if (event != TerminalNotice.IDLE) {
                take(event);
                terminal.write(frame(terminal.columns(), terminal.lines()));
            }
        }
    }

    private boolean isEnd(KeyPress key) {
        return key.key() == Key.ESCAPE || search.query().isEmpty() && key.equals(KeyPress.control('d'));
    }

    /** Handles a key or a paste. */
    void take(TerminalEvent event) {
        if (event instanceof Paste paste) {
            search.append(paste.text().lines().findFirst().orElse(""));
        } else if (event instanceof KeyPress key) {
            take(key);
        }
    }

    private void take(KeyPress key) {
        switch (key.key()) {
            case UP -> search.move(-1);
            case DOWN, TAB -> search.move(1);
            case PAGE_UP -> search.move(-MAX_ROWS);
            case PAGE_DOWN -> search.move(MAX_ROWS);
            case HOME -> search.move(-search.size());
            case END -> search.move(search.size());
            case BACKSPACE -> search.edit(key);
            case CHARACTER -> character(key);
            default -> {}
        }
    }

    private void character(KeyPress key) {
        if (key.equals(KeyPress.control('p'))) {
            search.move(-1);
        } else if (key.equals(KeyPress.control('n'))) {
            search.move(1);
        } else {
            search.edit(key);
        }
    }

    @Override
    public String enter() {
        return BRACKETED_PASTE + "h";
    }

    @Override
    public String leave() {
        String erased = toTop() + ERASE_BELOW + BRACKETED_PASTE + "l";
        above.clear();
        return erased;
    }

    /** Output that draws the list over the previous one. */
    String frame(int width, int height) {
        String begin = SYNCHRONIZED + "h";
        boolean whole = height > EXTRA_LINES;
        int rows = Math.min(MAX_ROWS, whole ? height - EXTRA_LINES : 1);
        int first = Math.max(
                0, Math.min(search.selectedIndex() - rows / 2, search.matches().size() - rows));
        int last = Math.min(search.matches().size(), first + rows);
        columns = width;
        String top = toTop();
        above.clear();
        List<String> lines = new ArrayList<>();
        int cursor = 0;
        if (whole) {
            lines.add(cut(title));
            lines.add(cut("Search: " + Visible.line(search.query())));
            cursor = 1;
        }
        int label = labelWidth(first, last);
        for (int i = first; i < last; i++) {
            boolean isSelected = i == search.selectedIndex();
            cursor = isSelected ? lines.size() : cursor;
            lines.add(row(search.matches().get(i), label, isSelected));
        }
        if (whole) {
            lines.add(cut("  " + counted()));
        }
        return begin + top + drawn(lines, cursor) + SYNCHRONIZED + "l";
    }

    private String drawn(List<String> lines, int cursor) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(i == 0 ? "" : "\r\n").append(lines.get(i)).append(ERASE_TO_END);
            if (i < cursor) {
                above.add(DisplayWidth.of(lines.get(i)));
            }
        }
        text.append(ERASE_BELOW).append('\r').append(up(lines.size() - 1 - cursor));
        if (search.selected() == null && cursor > 0) {
            text.append(right(DisplayWidth.of(lines.get(cursor))));
        }
        return text.toString();
    }

    private String counted() {
        int found = search.matches().size();
        return (found == 0 ? "no matches" : found + " of " + search.size()) + " (Enter: select, Esc: cancel)";
    }

    private String row(Choice choice, int label, boolean isSelected) {
        String reference = Visible.line(choice.reference());
        String space = " ".repeat(Math.max(0, label - DisplayWidth.of(reference)) + 2);
        String current = choice.isCurrent() ? " (current)" : "";
        String row = cut((isSelected ? "> " : "  ") + reference + space + Visible.line(choice.name()) + current);
        return isSelected ? "\u001b[7m" + row + "\u001b[0m" : row;
    }

    private int labelWidth(int first, int last) {
        int width = 0;
        for (Choice choice : search.matches().subList(first, last)) {
            width = Math.max(width, Math.min(MAX_REFERENCE, choice.reference().length()));
        }
        return width;
    }

    /** Cuts a line before the last column, where a terminal may wrap. */
    private String cut(String line) {
        return DisplayWidth.cut(line, Math.max(1, columns - 1));
    }

    /** Moves to the first line of the list, whose lines a terminal that became narrower has wrapped. */
    private String toTop() {
        int lines = 0;
        for (int width : above) {
            lines += Math.max(1, (width + columns - 1) / columns);
        }
        return "\r" + up(lines);
    }

    private static String up(int lines) {
        return lines == 0 ? "" : "\u001b[" + lines + "A";
    }

    private static String right(int by) {
        return by == 0 ? "" : "\u001b[" + by + "C";
    }
}
