package io.github.orgctl.cli.format;

import io.github.orgctl.core.model.billing.NewUsage;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.UsageSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** Reads usage from CSV with a header row. */
final class UsageCsv implements CsvRows.Reader {
    private final UsageSource.Reader reader;
    private final int[] columns = new int[UsageFields.NAMES.size()];

    private UsageCsv(UsageSource.Reader reader) {
        this.reader = reader;
    }

    /**
     * @throws Failure USAGE if the header is invalid
     */
    static void read(InputStream stream, UsageSource.Reader reader) throws IOException {
        if (!CsvRows.read(stream, new UsageCsv(reader))) {
            throw Failure.usage("the header line is missing", begin());
        }
    }

    private static String begin() {
        return "start with: " + String.join(",", UsageFields.NAMES);
    }

    @Override
    public void header(long line, List<String> names) {
        Arrays.fill(columns, -1);
        try {
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                if (names.indexOf(name) < i) {
                    throw Failure.usage("it names '" + name + "' twice");
                }
                int place = UsageFields.place(name);
                if (place >= 0 && (columns[place] < 0 || UsageFields.goesFirst(name))) {
                    columns[place] = i;
                }
            }
            UsageFields.refuseMissing(columns);
        } catch (Failure failure) {
            throw Failure.usage("line " + line + " is not a valid header: " + failure.getMessage(), begin());
        }
    }

    @Override
    public void row(long line, List<String> cells) {
        String[] values = new String[columns.length];
        for (int i = 0; i < columns.length; i++) {
            values[i] = columns[i] < 0 ? null : cells.get(columns[i]);
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

    @Override
    public void malformed(long line, Failure failure) {
        reader.malformed(line, failure);
    }
}
