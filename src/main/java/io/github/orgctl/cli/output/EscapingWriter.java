package io.github.orgctl.cli.output;

import io.github.orgctl.cli.text.Visible;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes UTF-8 and escapes the characters that {@link Visible} considers unsafe, except line feeds. In YAML, strings
 * with such characters are double-quoted, so the escape denotes the character.
 */
final class EscapingWriter extends Writer {
    private final Writer to;

    EscapingWriter(OutputStream out) {
        to = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        int written = offset;
        for (int i = offset; i < offset + length; i++) {
            char c = text[i];
            if (c != '\n' && !Character.isSurrogate(c) && Visible.isUnsafe(c)) {
                to.write(text, written, i - written);
                to.write(escape(c));
                written = i + 1;
            }
        }
        to.write(text, written, offset + length - written);
    }

    private static String escape(char c) {
        StringBuilder escape = new StringBuilder(6);
        Visible.appendUnicodeEscape(escape, c);
        return escape.toString();
    }

    @Override
    public void flush() throws IOException {
        to.flush();
    }

    @Override
    public void close() throws IOException {
        to.close();
    }
}
