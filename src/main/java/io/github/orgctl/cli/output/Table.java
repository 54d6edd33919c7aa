package io.github.orgctl.cli.output;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Tone;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A list in columns. The first rows set the widths and the rest is written as it comes, so that memory does not grow
 * with the list. On a terminal cells are cut to fit it; elsewhere nothing is ever cut.
 */
final class Table<T> implements Renderer<T> {
    private static final int SAMPLE = 500;

    private final List<Field<T>> fields;
    private final boolean header;
    private final boolean color;
    private final TerminalSize terminal;
    private final TextOut out;
    private final boolean[] freeText;
    private List<String[]> sampleCells = new ArrayList<>();
    private List<Tone[]> sampleTones = new ArrayList<>();
    private int[] widths;

    /** @param terminal what the table has to fit into, or null for no bounds */
    Table(List<Field<T>> fields, boolean header, boolean color, TerminalSize terminal, TextOut out) {
        this.fields = fields;
        this.header = header;
        this.color = color;
        this.terminal = terminal;
        this.out = out;
        freeText = new boolean[fields.size()];
    }

    @Override
    public void row(T row) throws IOException {
        String[] cells = new String[fields.size()];
        Tone[] tones = color ? new Tone[cells.length] : null;
        for (int i = 0; i < cells.length; i++) {
            Field<T> field = fields.get(i);
            Object value = field.of(row);
            cells[i] = Visible.line(Values.readable(value));
            if (color) {
                tones[i] = field.tone(row);
            }
            if (widths == null) {
                freeText[i] |= isFreeText(value);
            }
        }
        if (widths != null) {
            print(cells, tones);
        } else {
            sampleCells.add(cells);
            sampleTones.add(tones);
            if (sampleCells.size() == SAMPLE) {
                printSample();
            }
        }
    }

    @Override
    public void end() throws IOException {
        if (widths == null && !sampleCells.isEmpty()) {
            printSample();
        }
        out.flush();
    }

    /** Whether a value still says something when its end is missing. */
    private static boolean isFreeText(Object value) {
        boolean exact = value == null
                || value instanceof Id
                || value instanceof Slug
                || value instanceof Number
                || value instanceof Instant
                || value instanceof Boolean
                || value instanceof Enum;
        return !exact;
    }

    private void printSample() throws IOException {
        if (header) {
            sampleCells.add(0, headers());
            sampleTones.add(0, null);
        }
        widths = Columns.widths(fields.size(), sampleCells);
        if (terminal != null) {
            Columns.fit(widths, freeText, terminal.columns());
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
        for (int i = 0; i < cells.length; i++) {
            String cell = terminal == null ? cells[i] : DisplayWidth.cut(cells[i], widths[i]);
            out.append(color ? painted(cell, tones == null ? null : tones[i]) : cell);
            if (i < cells.length - 1) {
                out.spaces(Math.max(0, widths[i] - DisplayWidth.of(cell)) + Columns.GAP);
            }
        }
        out.endLine();
    }

    private static String painted(String cell, Tone tone) {
        return tone == null ? Paint.heading(cell) : Paint.toned(cell, tone);
    }
}
