package io.github.orgctl.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;

/** Creates JSON generators that write UTF-8 to a stream without ever closing it. */
final class JsonStream {
    private JsonStream() {}

    /** Single-line JSON. */
    static JsonGenerator compact(OutputStream out) throws IOException {
        JsonFactory factory = new JsonFactoryBuilder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                // An unfinished document must not look complete.
                .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .characterEscapes(new JsonEscapes())
                .rootValueSeparator("")
                .streamWriteConstraints(JsonLimits.noneForWriting())
                .build();
        return factory.createGenerator(out);
    }

    /** JSON indented by two spaces, one line per field, identical on a terminal and in a pipe. */
    static JsonGenerator indented(OutputStream out) throws IOException {
        return compact(out).setPrettyPrinter(new JsonLayout());
    }
}
