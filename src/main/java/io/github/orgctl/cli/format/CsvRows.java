package io.github.orgctl.cli.format;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.github.orgctl.core.model.value.Count;
import io.github.orgctl.core.model.value.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads CSV with a header row. All rows must have as many fields as the header. */
final class CsvRows extends AbstractBaseCsvCallbackHandler<List<String>> {
    /** Appended after the last row; if a quoted field is unclosed, it becomes part of that field. */
    private static final String END = "\0end";

    private static final int LONGEST_FIELD = 1 << 20;
    private static final String LONGER_FIELD = "The maximum buffer size of " + LONGEST_FIELD;

    /** Receives the rows of a file. The lists are reused for the next row. */
    interface Reader {
        /**
         * @throws Failure USAGE if the header is invalid
         */
        void header(long line, List<String> names);

        /** Receives a row with a value for each column. */
        void row(long line, List<String> values);

        /**
         * @param line line number of the malformed row, from 1
         * @param failure USAGE, without the line number
         */
        void malformed(long line, Failure failure);
    }

    private final Reader reader;
    private final List<String> row = new ArrayList<>();
    private int width;

    private CsvRows(Reader reader) {
        this.reader = reader;
    }

    /**
     * Reads a file to its end, or to the first malformed row, after which the next row's start is unknown.
     *
     * @return whether there is a header row
     * @throws Failure USAGE if the header can't be read, or the reader rejects it
     */
    static boolean read(InputStream stream, Reader reader) throws IOException {
        CsvRows rows = new CsvRows(reader);
        InputStream ended = new SequenceInputStream(
                stream, new ByteArrayInputStream(("\n" + END).getBytes(StandardCharsets.UTF_8)));
        try (CsvReader<List<String>> csv = CsvReader.builder()
                .detectBomHeader(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .maxBufferSize(LONGEST_FIELD)
                .build(rows, ended, StandardCharsets.UTF_8)) {
            for (List<String> each : csv) {
                if (each.size() > 1 || !each.get(0).equals(END)) {
                    rows.take();
                }
            }
        } catch (CsvParseException malformed) {
            if (malformed.getCause() instanceof Failure failure) {
                throw failure;
            }
            rows.refuse(new Failure(Failure.Kind.USAGE, explanation(malformed), malformed));
        }
        return rows.width > 0;
    }

    private static String explanation(CsvParseException malformed) {
        Throwable problem = malformed.getCause() == null ? malformed : malformed.getCause();
        return problem.getMessage().startsWith(LONGER_FIELD)
                ? "a field is longer than 1 MiB, or a quote is opened here and never closed"
                : "this is not CSV: " + problem.getMessage();
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
            refuse(Failure.usage("a quote is opened here and never closed"));
        } else if (width == 0) {
            reader.header(getStartingLineNumber(), row);
            width = row.size();
        } else if (row.size() != width) {
            refuse(Failure.usage("it has " + Count.of(row.size(), "field") + " where the first line has " + width));
        } else {
            reader.row(getStartingLineNumber(), row);
        }
    }

    private void refuse(Failure failure) {
        if (width == 0) {
            throw Failure.usage("line " + getStartingLineNumber() + ": " + failure.getMessage(), failure.hint());
        }
        reader.malformed(getStartingLineNumber(), failure);
    }
}
