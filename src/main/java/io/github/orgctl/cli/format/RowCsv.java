package io.github.orgctl.cli.format;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.RowSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads rows from CSV, whose first row names the columns. An empty cell is no value. */
final class RowCsv extends AbstractBaseCsvCallbackHandler<List<String>> {
    /** Follows the last row, where no quote is left open: then it would be part of that. */
    private static final String END = "\0end";

    private static final int LONGEST_FIELD = 1 << 20;

    private final RowFields fields;
    private final RowSource.Reader reader;
    private final List<String> row = new ArrayList<>();
    private List<String> header;

    RowCsv(RowFields fields, RowSource.Reader reader) {
        this.fields = fields;
        this.reader = reader;
    }

    /**
     * @throws Failure USAGE when the first row does not name columns
     */
    void read(InputStream stream) throws IOException {
        InputStream ended = new SequenceInputStream(
                stream, new ByteArrayInputStream(("\n" + END).getBytes(StandardCharsets.UTF_8)));
        try (CsvReader<List<String>> csv = CsvReader.builder()
                .detectBomHeader(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .maxBufferSize(LONGEST_FIELD)
                .build(this, ended, StandardCharsets.UTF_8)) {
            for (List<String> each : csv) {
                if (each.size() > 1 || !each.get(0).equals(END)) {
                    take();
                }
            }
        } catch (CsvParseException malformed) {
            if (malformed.getCause() instanceof Failure failure) {
                throw failure;
            }
            // Nobody knows where the next row would begin.
            Throwable problem = malformed.getCause() == null ? malformed : malformed.getCause();
            refuse(Failure.usage("this is not CSV: " + problem.getMessage()));
            return;
        }
        if (header == null) {
            throw Failure.usage("there is no line that names the columns", fields.hint());
        }
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        row.clear();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        row.add(new String(buffer, offset, length));
    }

    @Override
    protected List<String> buildRecord() {
        return row;
    }

    private void take() {
        if (row.get(row.size() - 1).endsWith("\n" + END)) {
            refuse(unclosed());
        } else if (header == null) {
            readHeader();
        } else if (row.size() != header.size()) {
            refuse(Failure.usage("it has " + row.size() + (row.size() == 1 ? " field" : " fields")
                    + " where the first line has " + header.size()));
        } else {
            reader.row(new RowSource.Row(getStartingLineNumber(), values()));
        }
    }

    private void refuse(Failure failure) {
        if (header == null) {
            throw Failure.usage("line " + getStartingLineNumber() + ": " + failure.getMessage(), failure.hint());
        }
        reader.malformed(getStartingLineNumber(), failure);
    }

    private static Failure unclosed() {
        return Failure.usage("a quote is opened here and never closed");
    }

    private Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i) != null && !row.get(i).isEmpty()) {
                values.put(header.get(i), row.get(i));
            }
        }
        return values;
    }

    private void readHeader() {
        List<String> names = new ArrayList<>();
        Set<String> columns = new HashSet<>();
        for (String column : row) {
            if (!columns.add(column)) {
                throw Failure.usage("the column '" + column + "' is named twice");
            }
            names.add(fields.of(column));
        }
        fields.check(columns, new HashSet<>(names));
        header = names;
    }
}
