package io.github.orgctl.cli.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.orgctl.core.model.billing.NewUsage;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.UsageSource;
import java.io.IOException;
import java.io.InputStream;

/** Reads usage from NDJSON, whose every line is an object. */
final class UsageJson {
    private static final JsonFactory FACTORY = new JsonFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private UsageJson() {}

    static void read(InputStream stream, UsageSource.Reader reader) throws IOException {
        ByteLines lines = new ByteLines(stream);
        while (lines.next()) {
            NewUsage usage;
            try {
                usage = usageOf(lines);
            } catch (Failure malformed) {
                reader.malformed(lines.number(), malformed);
                continue;
            }
            if (usage != null) {
                reader.usage(lines.number(), usage);
            }
        }
    }

    /** The line's record, or null where the line is empty. */
    private static NewUsage usageOf(ByteLines lines) throws IOException {
        if (lines.isTooLong()) {
            throw Failure.usage("the line is too long for a usage record");
        }
        try (JsonParser parser = FACTORY.createParser(lines.buffer(), lines.start(), lines.length())) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return null;
            }
            if (first != JsonToken.START_OBJECT) {
                throw notOne();
            }
            String[] values = values(parser);
            if (parser.nextToken() != null) {
                throw notOne();
            }
            return UsageFields.usage(values);
        } catch (JsonProcessingException malformed) {
            // The library's own words tell of its settings.
            String place = malformed.getLocation() == null
                    ? ""
                    : " at column " + malformed.getLocation().getColumnNr();
            throw new Failure(Failure.Kind.USAGE, "this is not JSON" + place, malformed);
        }
    }

    private static Failure notOne() {
        return Failure.usage(
                "not a single JSON object",
                "write one object per line with the fields " + String.join(", ", UsageFields.NAMES));
    }

    private static String[] values(JsonParser parser) throws IOException {
        String[] values = new String[UsageFields.NAMES.size()];
        boolean hasFirst = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int place = UsageFields.place(name);
            JsonToken value = parser.nextToken();
            if (!value.isScalarValue()) {
                throw Failure.usage("more than one value for '" + name + "'");
            }
            boolean goesFirst = UsageFields.goesFirst(name);
            if (place > 0 || place == 0 && (goesFirst || !hasFirst)) {
                values[place] = value == JsonToken.VALUE_NULL ? null : parser.getText();
            }
            hasFirst |= goesFirst;
        }
        return values;
    }
}
