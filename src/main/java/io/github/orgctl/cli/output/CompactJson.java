package io.github.orgctl.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A structured value as JSON on one line, for formats that have no structure of their own. */
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
