package io.github.orgctl.cli.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/**
 * Reads NDJSON: one object per line.
 *
 * @param <R> type that objects are converted to
 */
abstract class JsonRows<R> {
    private static final JsonFactory FACTORY = new JsonFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    /**
     * Reads an object, after its opening brace, up to its end.
     *
     * @return creates the row once the rest of the line was checked; may throw Failure USAGE
     * @throws Failure USAGE if the object has invalid content
     */
    abstract Supplier<R> object(JsonParser parser) throws IOException;

    abstract void row(long line, R row);

    /**
     * @param failure USAGE, without the line number
     */
    abstract void malformed(long line, Failure failure);

    /** The failure (USAGE) for a line that is too long. */
    abstract Failure tooLong();

    /** The failure (USAGE) for a line that is not one object. */
    abstract Failure notOne();

    final void read(InputStream stream) throws IOException {
        ByteLines lines = new ByteLines(stream);
        while (lines.next()) {
            R row;
            try {
                row = row(lines);
            } catch (Failure malformed) {
                malformed(lines.number(), malformed);
                continue;
            }
            if (row != null) {
                row(lines.number(), row);
            }
        }
    }

    /** The line's row, or null if the line is empty. */
    private R row(ByteLines lines) throws IOException {
        if (lines.isTooLong()) {
            throw tooLong();
        }
        try (JsonParser parser = FACTORY.createParser(lines.buffer(), lines.start(), lines.length())) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return null;
            }
            if (first != JsonToken.START_OBJECT) {
                throw notOne();
            }
            Supplier<R> row = object(parser);
            if (parser.nextToken() != null) {
                throw notOne();
            }
            return row.get();
        } catch (JsonProcessingException malformed) {
            // The library's own message mentions its configuration.
            String place = malformed.getLocation() == null
                    ? ""
                    : " at column " + malformed.getLocation().getColumnNr();
            throw new Failure(Failure.Kind.USAGE, "this is not JSON" + place, malformed);
        }
    }
}
