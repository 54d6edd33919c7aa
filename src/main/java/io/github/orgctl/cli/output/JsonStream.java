package io.github.orgctl.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;

/** Opens JSON generators that write UTF-8 straight to a stream, which they never close. */
final class JsonStream {
    private JsonStream() {}

    /** Everything on one line. */
    static JsonGenerator compact(OutputStream out) throws IOException {
        JsonFactory factory = new JsonFactoryBuilder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                // A document that could not be finished must not look as if it had been.
                .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .characterEscapes(new JsonEscapes())
                .rootValueSeparator("")
                .streamWriteConstraints(JsonLimits.noneForWriting())
                .build();
        return factory.createGenerator(out);
    }

    /** Indented by two spaces, a line for each field, the same on a terminal and in a pipe. */
    static JsonGenerator indented(OutputStream out) throws IOException {
        return compact(out).setPrettyPrinter(new JsonLayout());
    }
}
