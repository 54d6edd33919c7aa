package io.github.orgctl.cli.output;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.JsonText;
import io.github.orgctl.cli.shape.Tone;
import io.github.orgctl.cli.text.DisplayWidth;
import io.github.orgctl.cli.text.Visible;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Renders one resource with one line per field: {@code Slug: acme}. */
final class Details<T> implements Renderer<T> {
    private static final String INDENT = "  ";

    private final List<Field<T>> fields;
    private final boolean color;
    private final Times times;
    private final TerminalSize terminal;
    private final TextOut out;
    private final int column;

    /**
     * @param terminal size to fit, or null for no limit
     */
    Details(List<Field<T>> fields, Presentation presentation, TerminalSize terminal, TextOut out) {
        this.fields = fields;
        this.color = presentation.color();
        this.times = presentation.times();
        this.terminal = terminal;
        this.out = out;
        int widest = 0;
        for (Field<T> field : fields) {
            widest = Math.max(widest, DisplayWidth.of(label(field)));
        }
        column = widest + Columns.GAP;
    }

    @Override
    public void row(T row) throws IOException {
        for (Field<T> field : fields) {
            Object value = field.shown(row);
            String label = label(field);
            out.append(color ? Paint.heading(label) : label);
            if (value instanceof Map<?, ?> values && !values.isEmpty()) {
                out.endLine();
                writeEntries(values);
            } else {
                out.spaces(column - DisplayWidth.of(label));
                writeLines(Values.readable(value, times), field.tone(row));
            }
        }
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }

    private void writeEntries(Map<?, ?> values) throws IOException {
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            String line = Visible.line(INDENT + entry.getKey() + ": " + Values.readable(entry.getValue(), times));
            out.append(entry.getValue() instanceof JsonText ? fitting(line) : line)
                    .endLine();
        }
    }

    /** Truncates long values of a configuration, which is shown for an overview. */
    private String fitting(String line) {
        return terminal == null ? line : DisplayWidth.cut(line, terminal.columns());
    }

    private void writeLines(String text, Tone tone) throws IOException {
        int end = text.indexOf('\n');
        writeLine(end < 0 ? text : text.substring(0, end), tone);
        while (end >= 0) {
            int start = end + 1;
            end = text.indexOf('\n', start);
            String line = end < 0 ? text.substring(start) : text.substring(start, end);
            // No trailing spaces on empty lines, which would get in the way of copying.
            out.spaces(line.isEmpty() ? 0 : column);
            writeLine(line, tone);
        }
    }

    private void writeLine(String line, Tone tone) throws IOException {
        String visible = Visible.line(line.replace("\t", "    "));
        int room = terminal == null ? Integer.MAX_VALUE : Math.max(1, terminal.columns() - column);
        if (DisplayWidth.of(visible) <= room) {
            writePart(visible, tone);
            return;
        }
        List<String> parts = Wrapping.lines(visible, room, false);
        for (int i = 0; i < parts.size(); i++) {
            out.spaces(i == 0 ? 0 : column);
            writePart(parts.get(i), tone);
        }
    }

    private void writePart(String part, Tone tone) throws IOException {
        out.append(color && !part.isEmpty() ? Paint.toned(part, tone) : part).endLine();
    }

    /** The header as a label: {@code Website URL:}. */
    private static String label(Field<?> field) {
        String header = field.header();
        StringBuilder label = new StringBuilder(header.length() + 1);
        for (int start = 0; start < header.length(); ) {
            int space = header.indexOf(' ', start);
            int end = space < 0 ? header.length() : space;
            appendWord(header.substring(start, end), label);
            start = end + 1;
        }
        return label.append(':').toString();
    }

    private static void appendWord(String word, StringBuilder label) {
        if (label.length() > 0) {
            label.append(' ');
        }
        boolean abbreviation = word.equals("ID") || word.equals("URL");
        int capitals = abbreviation ? word.length() : label.length() == 0 ? 1 : 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            label.append(i < capitals ? c : Character.toLowerCase(c));
        }
    }
}
