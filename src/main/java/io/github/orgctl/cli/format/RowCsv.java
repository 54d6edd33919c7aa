package io.github.orgctl.cli.format;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.RowSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads rows from CSV with a header row. Empty cells are omitted. */
final class RowCsv implements CsvRows.Reader {
    private final RowFields fields;
    private final RowSource.Reader reader;
    private List<String> header;

    RowCsv(RowFields fields, RowSource.Reader reader) {
        this.fields = fields;
        this.reader = reader;
    }

    /**
     * @throws Failure USAGE if the header is invalid
     */
    void read(InputStream stream) throws IOException {
        if (!CsvRows.read(stream, this)) {
            throw Failure.usage("the header line is missing", fields.hint());
        }
    }

    @Override
    public void header(long line, List<String> columns) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!seen.add(column)) {
                throw Failure.usage("the column '" + column + "' is named twice");
            }
            names.add(fields.of(column));
        }
        fields.check(seen, new HashSet<>(names));
        header = names;
    }

    @Override
    public void row(long line, List<String> cells) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (header.get(i) != null && !cells.get(i).isEmpty()) {
                values.put(header.get(i), cells.get(i));
            }
        }
        reader.row(new RowSource.Row(line, values));
    }

    @Override
    public void malformed(long line, Failure failure) {
        reader.malformed(line, failure);
    }
}
