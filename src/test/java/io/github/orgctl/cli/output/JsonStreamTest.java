package io.github.orgctl.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A generator that is made without a factory writes what a factory's would. */
class JsonStreamTest {
    private static final int CHARACTERS = 0x10000;

    private static JsonGenerator byFactory(OutputStream out) throws IOException {
        return new JsonFactoryBuilder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .characterEscapes(new JsonEscapes())
                .rootValueSeparator("")
                .streamWriteConstraints(JsonLimits.noneForWriting())
                .build()
                .createGenerator(out);
    }

    /** All characters in texts of the length, as characters and as strings, and then the text many levels deep. */
    private static void write(int length, JsonGenerator to) throws IOException {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < CHARACTERS; i++) {
            if (!Character.isSurrogate((char) i)) {
                all.append((char) i);
            }
        }
        all.appendCodePoint(0x1F680);
        for (int from = 0; from < all.length(); from += length) {
            String text = all.substring(from, Math.min(all.length(), from + length));
            to.writeStartArray();
            to.writeString(text);
            to.writeString(text.toCharArray(), 0, text.length());
            to.writeNumber(from);
            to.writeNumber("1e400");
            to.writeEndArray();
        }
        for (int depth = 0; depth < 2 * length; depth++) {
            to.writeStartObject();
            to.writeFieldName("name");
        }
        to.writeNull();
        // Left open: an unfinished document must not look complete.
        to.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000, 3999, 4001, 50_000})
    void writesLikeOneOfAFactory(int length) throws IOException {
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        write(length, byFactory(expected));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        write(length, JsonStream.compact(written));
        assertThat(written.toString(StandardCharsets.UTF_8).equals(expected.toString(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(written.size()).isGreaterThan(CHARACTERS);
    }

    @Test
    void leavesTheStreamOpen() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream() {
            @Override
            public void close() {
                throw new IllegalStateException("closed");
            }
        };
        try (JsonGenerator generator = JsonStream.compact(written)) {
            generator.writeBoolean(true);
        }
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("true");
    }
}
