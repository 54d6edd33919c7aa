package io.github.orgctl.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonGenerator.Feature;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.json.UTF8JsonGenerator;
import java.io.OutputStream;

/** Creates JSON generators that write UTF-8 to a stream without ever closing it. */
final class JsonStream {
    private static final int FEATURES = Feature.collectDefaults()
                    & ~Feature.AUTO_CLOSE_TARGET.getMask()
                    // An unfinished document must not look complete.
                    & ~Feature.AUTO_CLOSE_JSON_CONTENT.getMask()
                    & ~JsonWriteFeature.WRITE_HEX_UPPER_CASE.mappedFeature().getMask()
            | JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8
                    .mappedFeature()
                    .getMask();

    private JsonStream() {}

    /** Single-line JSON. */
    static JsonGenerator compact(OutputStream out) {
        // Without a factory, which makes the symbol tables of parsers and loads their classes.
        UTF8JsonGenerator generator = new UTF8JsonGenerator(new JsonBuffers(), FEATURES, null, out, '"');
        generator.setCharacterEscapes(new JsonEscapes());
        return generator.setRootValueSeparator(new SerializedString(""));
    }

    /** JSON indented by two spaces, one line per field, identical on a terminal and in a pipe. */
    static JsonGenerator indented(OutputStream out) {
        return compact(out).setPrettyPrinter(new JsonLayout());
    }
}
