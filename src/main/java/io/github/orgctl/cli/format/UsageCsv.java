package io.github.orgctl.cli.format;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.github.orgctl.core.model.billing.NewUsage;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.UsageSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads usage from CSV, whose first row names the columns. */
final class UsageCsv extends AbstractBaseCsvCallbackHandler<List<String>> {
    private final UsageSource.Reader reader;
    private final List<String> row = new ArrayList<>();
    private final int[] columns = new int[UsageFields.NAMES.size()];
    private int width;

    private UsageCsv(UsageSource.Reader reader) {
        this.reader = reader;
    }

    /**
     * @throws Failure USAGE when the first row does not name the columns of usage
     */
    static void read(InputStream stream, UsageSource.Reader reader) throws IOException {
        UsageCsv rows = new UsageCsv(reader);
        try (CsvReader<List<String>> csv = CsvReader.builder()
                .detectBomHeader(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .build(rows, stream, StandardCharsets.UTF_8)) {
            for (List<String> row : csv) {
                rows.take(row);
            }
        } catch (CsvParseException malformed) {
            // Nobody knows where the next row would begin.
            Throwable problem = malformed.getCause() == null ? malformed : malformed.getCause();
            reader.malformed(
                    rows.getStartingLineNumber(),
                    new Failure(Failure.Kind.USAGE, "this is not CSV: " + problem.getMessage(), malformed));
        }
        if (rows.width == 0) {
            throw Failure.usage("the header line is missing", begin());
        }
    }

    private static String begin() {
        return "start with: " + String.join(",", UsageFields.NAMES);
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

    private void take(List<String> row) {
        if (width == 0) {
            readHeader();
            return;
        }
        long line = getStartingLineNumber();
        if (row.size() != width) {
            reader.malformed(
                    line,
                    Failure.usage("it has " + row.size() + (row.size() == 1 ? " field" : " fields")
                            + " where the first line has " + width));
            return;
        }
        String[] values = new String[columns.length];
        for (int i = 0; i < columns.length; i++) {
            values[i] = columns[i] < 0 ? null : row.get(columns[i]);
        }
        NewUsage usage;
        try {
            usage = UsageFields.usage(values);
        } catch (Failure malformed) {
            reader.malformed(line, malformed);
            return;
        }
        reader.usage(line, usage);
    }

    private void readHeader() {
        Arrays.fill(columns, -1);
        try {
            for (int i = 0; i < row.size(); i++) {
                String name = row.get(i);
                if (row.indexOf(name) < i) {
                    throw Failure.usage("it names '" + name + "' twice");
                }
                int place = UsageFields.place(name);
                if (place >= 0 && (columns[place] < 0 || UsageFields.goesFirst(name))) {
                    columns[place] = i;
                }
            }
            UsageFields.refuseMissing(columns);
        } catch (Failure failure) {
            throw Failure.usage(
                    "line " + getStartingLineNumber() + " is not a valid header: " + failure.getMessage(), begin());
        }
        width = row.size();
    }
}
