package io.github.orgctl.cli.output;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.StructuredValue;
import io.github.orgctl.cli.text.Visible;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Renders CSV or TSV. Null is empty, structures are compact JSON, and lines end in LF.
 *
 * <p>CSV follows RFC 4180: values with a comma, quote or line end are quoted, and quotes are doubled. TSV has no
 * quotes, so that {@code cut} and {@code awk} can split it: tab, LF, CR and backslash are written as {@code \t},
 * {@code \n}, {@code \r} and {@code \\}.
 */
final class Separated<T> implements Renderer<T> {
    private static final String FORMULA = "=+-@\t\r";

    /** Variants of the format. */
    enum Kind {
        COMMA(','),
        TAB('\t');

        private final char separator;

        Kind(char separator) {
            this.separator = separator;
        }
    }

    private final Kind kind;
    private final List<Field<T>> fields;
    private final boolean header;
    private final boolean safe;
    private final TextOut out;

    Separated(Kind kind, List<Field<T>> fields, boolean header, boolean safe, TextOut out) {
        this.kind = kind;
        this.fields = fields;
        this.header = header;
        this.safe = safe;
        this.out = out;
    }

    @Override
    public void begin() throws IOException {
        if (header) {
            for (int i = 0; i < fields.size(); i++) {
                put(i, fields.get(i).jsonName());
            }
            out.endLine();
        }
    }

    @Override
    public void row(T row) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            Object value = fields.get(i).of(row);
            String text = isStructure(value) ? CompactJson.of(value) : Values.text(value);
            put(i, safe && !(value instanceof Number) ? withoutFormula(text) : text);
        }
        out.endLine();
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }

    /** Prefixes formulas with an apostrophe, so that spreadsheets treat them as text. */
    private static String withoutFormula(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static boolean isStructure(Object value) {
        return value instanceof Map || value instanceof StructuredValue;
    }

    private void put(int column, String text) {
        if (column > 0) {
            out.append(kind.separator);
        }
        out.append(kind == Kind.COMMA ? quoted(Visible.block(text)) : Visible.line(doubledBackslashes(text)));
    }

    private static String quoted(String text) {
        boolean bare = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0;
        return bare ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String doubledBackslashes(String text) {
        return text.indexOf('\\') < 0 ? text : text.replace("\\", "\\\\");
    }
}
