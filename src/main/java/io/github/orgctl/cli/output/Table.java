package io.github.orgctl.cli.output;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Tone;
import io.github.orgctl.cli.text.DisplayWidth;
import io.github.orgctl.cli.text.Visible;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders a list in columns. The first rows determine the layout and the rest is streamed, so memory does not grow with
 * the list. On a terminal the table fits the width and numbers are right-aligned; elsewhere it is complete.
 */
final class Table<T> implements Renderer<T> {
    private static final int SAMPLE = 500;

    private final List<Field<T>> fields;
    private final List<Column> columns = new ArrayList<>();
    private final boolean header;
    private final boolean color;
    private final Times times;
    private final TerminalSize terminal;
    private final TextOut out;
    private List<String[]> sampleCells = new ArrayList<>();
    private List<Tone[]> sampleTones = new ArrayList<>();

    /**
     * @param requested whether the user named the fields
     * @param once field whose value is shown only once, or null
     * @param terminal size to fit, or null for no limit
     */
    Table(
            List<Field<T>> fields,
            boolean requested,
            Field<T> once,
            Presentation presentation,
            TerminalSize terminal,
            TextOut out) {
        this.fields = fields;
        this.header = presentation.header();
        this.color = presentation.color();
        this.times = presentation.times();
        this.terminal = terminal;
        this.out = out;
        for (Field<T> field : fields) {
            columns.add(new Column(field, requested, field == once));
        }
    }

    @Override
    public void row(T row) throws IOException {
        String[] cells = new String[fields.size()];
        Tone[] tones = color ? new Tone[cells.length] : null;
        for (int i = 0; i < cells.length; i++) {
            Field<T> field = fields.get(i);
            Object value = field.shown(row);
            cells[i] = Visible.line(Values.readable(value, times));
            if (color) {
                tones[i] = field.tone(row);
            }
            if (sampleCells != null) {
                columns.get(i).add(value, cells[i]);
            }
        }
        if (sampleCells == null) {
            print(cells, tones);
            return;
        }
        sampleCells.add(cells);
        sampleTones.add(tones);
        if (sampleCells.size() == SAMPLE) {
            printSample();
        }
    }

    @Override
    public void end() throws IOException {
        if (sampleCells != null && !sampleCells.isEmpty()) {
            printSample();
        }
        out.flush();
    }

    /** Names of fields that were omitted for lack of space. */
    List<String> hidden() {
        List<String> hidden = new ArrayList<>();
        for (Column column : columns) {
            if (column.isHidden()) {
                hidden.add(column.name());
            }
        }
        return hidden;
    }

    private void printSample() throws IOException {
        if (header) {
            for (Column column : columns) {
                column.addHeader();
            }
        }
        if (terminal != null) {
            Columns.fit(columns, terminal.columns());
        }
        if (header) {
            print(headers(), null);
        }
        for (int i = 0; i < sampleCells.size(); i++) {
            print(sampleCells.get(i), sampleTones.get(i));
        }
        sampleCells = null;
        sampleTones = null;
    }

    private String[] headers() {
        String[] headers = new String[fields.size()];
        for (int i = 0; i < headers.length; i++) {
            headers[i] = fields.get(i).header();
        }
        return headers;
    }

    /** @param tones null for the header */
    private void print(String[] cells, Tone[] tones) throws IOException {
        List<List<String>> lines = new ArrayList<>(cells.length);
        int height = 1;
        for (int i = 0; i < cells.length; i++) {
            Column column = columns.get(i);
            List<String> ofCell = terminal == null || column.isHidden() ? List.of(cells[i]) : column.lines(cells[i]);
            height = Math.max(height, ofCell.size());
            lines.add(ofCell);
        }
        for (int line = 0; line < height; line++) {
            printLine(lines, line, tones);
        }
    }

    private void printLine(List<List<String>> lines, int line, Tone[] tones) throws IOException {
        int blanks = 0;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column.isHidden()) {
                continue;
            }
            String text = line < lines.get(i).size() ? lines.get(i).get(line) : "";
            int left = Math.max(0, column.width() - DisplayWidth.of(text));
            if (text.isEmpty()) {
                blanks += column.width() + Columns.GAP;
            } else if (terminal != null && column.isRightAligned()) {
                out.spaces(blanks + left);
                blanks = Columns.GAP;
            } else {
                out.spaces(blanks);
                blanks = left + Columns.GAP;
            }
            append(text, tones == null ? null : tones[i]);
        }
        out.endLine();
    }

    private void append(String text, Tone tone) {
        if (!color || text.isEmpty()) {
            out.append(text);
        } else {
            out.append(tone == null ? Paint.heading(text) : Paint.toned(text, tone));
        }
    }
}
