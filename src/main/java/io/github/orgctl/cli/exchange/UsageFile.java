package io.github.orgctl.cli.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.port.UsageSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Usage in a file of CSV or NDJSON, read record by record. */
public final class UsageFile implements UsageSource {
    /** What can be read from its start. */
    public interface Opening {
        /** How an error calls it. */
        String name();

        InputStream open() throws IOException;
    }

    private static final List<String> FIELDS = List.of("environment", "metric", "quantity", "at", "key", "corrects");
    private static final int REQUIRED = 3;

    private final Opening file;
    private final UsageFormat format;

    public UsageFile(Opening file, UsageFormat format) {
        this.file = file;
        this.format = format;
    }

    @Override
    public void forEach(Consumer<? super Line> action) {
        try (InputStream stream = file.open()) {
            switch (format) {
                case CSV -> readCsv(stream, action);
                case NDJSON -> readLines(stream, action);
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw new Failure(
                    Failure.Kind.IO, "can't read " + file.name() + ": " + unreadable.getMessage(), null, unreadable);
        }
    }

    private static void readCsv(InputStream stream, Consumer<? super Line> action) throws IOException {
        try (CsvReader<CsvRecord> records =
                CsvReader.builder().detectBomHeader(true).ofCsvRecord(stream, StandardCharsets.UTF_8)) {
            int[] columns = null;
            for (CsvRecord row : records) {
                if (columns == null) {
                    columns = columns(row.getFields());
                } else {
                    action.accept(line(row, columns));
                }
            }
        } catch (CsvParseException malformed) {
            String problem = malformed.getCause() == null
                    ? malformed.getMessage()
                    : malformed.getCause().getMessage();
            throw new Failure(Failure.Kind.USAGE, "this is not CSV: " + problem, null, malformed);
        }
    }

    /** Where each field stands, or -1. */
    private static int[] columns(List<String> header) {
        for (String name : header) {
            if (!FIELDS.contains(name)) {
                throw Failure.usage(
                        "line 1 names a column '" + name + "', which usage does not have",
                        "it has " + String.join(", ", FIELDS));
            }
        }
        int[] columns = new int[FIELDS.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = header.indexOf(FIELDS.get(i));
            if (columns[i] < 0 && i < REQUIRED) {
                throw Failure.usage(
                        "line 1 names no column '" + FIELDS.get(i) + "'", "begin with: " + String.join(",", FIELDS));
            }
        }
        return columns;
    }

    private static Line line(CsvRecord row, int... columns) {
        return new Line(
                row.getStartingLineNumber(),
                row.getField(columns[0]),
                row.getField(columns[1]),
                row.getField(columns[2]),
                optional(row, columns[3]),
                optional(row, columns[4]),
                optional(row, columns[5]));
    }

    private static String optional(CsvRecord row, int column) {
        String text = column < 0 ? "" : row.getField(column);
        return text.isEmpty() ? null : text;
    }

    private static void readLines(InputStream stream, Consumer<? super Line> action) throws IOException {
        JsonFactory factory = new JsonFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        try (JsonParser parser = factory.createParser(stream)) {
            while (parser.nextToken() != null) {
                action.accept(object(parser));
            }
        } catch (JsonProcessingException malformed) {
            long line = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getLineNr();
            throw new Failure(
                    Failure.Kind.USAGE,
                    "line " + line + " is not JSON: " + malformed.getOriginalMessage(),
                    null,
                    malformed);
        }
    }

    private static Line object(JsonParser parser) throws IOException {
        long number = parser.currentTokenLocation().getLineNr();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw Failure.usage(
                    "line " + number + " is no JSON object", "each line holds one, with " + String.join(", ", FIELDS));
        }
        String[] values = new String[FIELDS.size()];
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int field = FIELDS.indexOf(parser.currentName());
            if (field < 0) {
                throw Failure.usage(
                        "line " + number + " has a member '" + parser.currentName() + "', which usage does not have",
                        "it has " + String.join(", ", FIELDS));
            }
            JsonToken value = parser.nextToken();
            if (!value.isScalarValue()) {
                throw Failure.usage("line " + number + " has more than one value under a name", null);
            }
            values[field] = value == JsonToken.VALUE_NULL ? null : parser.getText();
        }
        for (int i = 0; i < REQUIRED; i++) {
            if (values[i] == null) {
                throw Failure.usage(
                        "line " + number + " has no '" + FIELDS.get(i) + "'",
                        "each needs " + String.join(", ", FIELDS.subList(0, REQUIRED)));
            }
        }
        return new Line(number, values[0], values[1], values[2], values[3], values[4], values[5]);
    }
}
