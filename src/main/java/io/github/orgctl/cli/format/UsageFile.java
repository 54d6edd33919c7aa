package io.github.orgctl.cli.format;

import io.github.orgctl.cli.host.Streams;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.UsageSource;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Usage records of a CSV or NDJSON file, read lazily. */
public final class UsageFile implements UsageSource {
    private final Streams file;
    private final RowFormat format;

    public UsageFile(Streams file, RowFormat format) {
        this.file = file;
        this.format = format;
    }

    @Override
    public String read(Reader reader) {
        try (SummedStream stream = new SummedStream(file.open())) {
            switch (format) {
                case CSV -> UsageCsv.read(stream, reader);
                case NDJSON -> new UsageJson(reader).read(stream);
            }
            return stream.sha256();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new Failure(
                    Failure.Kind.IO, "can't read " + file.name() + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
