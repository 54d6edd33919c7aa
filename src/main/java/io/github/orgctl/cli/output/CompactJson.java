package io.github.orgctl.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Formats a structured value as single-line JSON, for formats without structure. */
final class CompactJson {
    private CompactJson() {}

    static String of(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = JsonStream.compact(bytes)) {
            JsonValues.write(value, generator);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
