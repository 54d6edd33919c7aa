package io.github.orgctl.cli.format;

import io.github.orgctl.cli.host.Streams;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.RowSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Rows of a CSV or NDJSON file, read lazily. */
public final class RowFile implements RowSource {
    private final Streams file;
    private final RowFormat format;
    private final RowFields fields;

    public RowFile(Streams file, RowFormat format, RowFields fields) {
        this.file = file;
        this.format = format;
        this.fields = fields;
    }

    @Override
    public void read(Reader reader) {
        try (InputStream stream = new Utf8Stream(file.open())) {
            switch (format) {
                case CSV -> new RowCsv(fields, reader).read(stream);
                case NDJSON -> new RowJson(fields, reader).read(stream);
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw new Failure(
                    Failure.Kind.IO, "can't read " + file.name() + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
