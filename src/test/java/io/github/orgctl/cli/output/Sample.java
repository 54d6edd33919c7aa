package io.github.orgctl.cli.output;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.cli.shape.Tone;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A resource with arbitrary fields, whose rows may contain values that real resources reject. */
public final class Sample extends Shape<Sample.Row> {
    /**
     * Characters that no format may output unescaped (escape, DEL, C1, separators, bidirectional overrides), and ones
     * that must be kept.
     */
    public static final String NASTY = "a\"b,c\\d\u001b[31m\u007f\u0085\u2028\u202e\u2066 日本 🚀 שלום é";

    record Row(Tone tone, Object... values) {}

    private record Column(int index, String name, boolean inTable) implements Field<Row> {
        @Override
        public Object of(Row row) {
            return row.values()[index];
        }

        @Override
        public Tone tone(Row row) {
            return row.tone();
        }
    }

    private Sample(List<Field<Row>> fields) {
        super("sample", fields);
    }

    /** A shape with these fields; lower-case ones are hidden in tables. */
    public static Sample of(String... names) {
        List<Field<Row>> fields = new ArrayList<>();
        for (String name : names) {
            String constant = name.toUpperCase(Locale.ROOT);
            fields.add(new Column(fields.size(), constant, constant.equals(name)));
        }
        return new Sample(fields);
    }

    static Row row(Object... values) {
        return new Row(Tone.PLAIN, values);
    }

    static Row toned(Tone tone, Object... values) {
        return new Row(tone, values);
    }

    @Override
    public String id(Row row) {
        return String.valueOf(row.values()[0]);
    }

    @Override
    public String reference(Row row) {
        return "ref:" + id(row);
    }

    Result many(Row... rows) {
        return new Result.Many<>(this, Rows.of(Arrays.asList(rows)));
    }

    /** A list that repeats the same row, as the store would return it. */
    Result many(int count, Row row) {
        return new Result.Many<>(this, Rows.of(Collections.nCopies(count, row)));
    }

    Result one(Row row) {
        return new Result.One<>(this, row);
    }

    static String text(Result result, Presentation presentation) {
        return text(result, presentation, new TerminalSize("80", "24"));
    }

    static String text(Result result, Presentation presentation, TerminalSize size) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        output(bytes, presentation, size).write(result);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static Output output(OutputStream out, Presentation presentation) {
        return output(out, presentation, new TerminalSize("80", "24"));
    }

    private static Output output(OutputStream out, Presentation presentation, TerminalSize size) {
        return new Output(out, presentation, size, Holding.NONE);
    }

    /** A presentation for a pipe, with a header and without colours. */
    public static Presentation as(String format, String... fields) {
        List<String> names = fields.length == 0 ? null : List.of(fields);
        return new Presentation(OutputFormat.parse(format), names, null, true, false, false, null);
    }

    static Presentation headless(String format) {
        return new Presentation(OutputFormat.parse(format), null, null, false, false, false, null);
    }

    static Presentation jq(String format, String expression) {
        return new Presentation(OutputFormat.parse(format), null, expression, true, false, false, null);
    }

    static Presentation colored() {
        return new Presentation(OutputFormat.TABLE, null, null, true, true, false, null);
    }

    static Presentation onTerminal(String pager, String... fields) {
        List<String> names = fields.length == 0 ? null : List.of(fields);
        return new Presentation(OutputFormat.TABLE, names, null, true, false, true, pager);
    }
}
