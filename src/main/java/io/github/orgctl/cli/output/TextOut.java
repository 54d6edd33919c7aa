package io.github.orgctl.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Buffers text and writes it as UTF-8, whatever the locale. Never closes the stream. */
final class TextOut {
    private static final int PIECE = 8192;

    private final OutputStream out;
    private final StringBuilder text = new StringBuilder(PIECE + PIECE / 4);

    TextOut(OutputStream out) {
        this.out = out;
    }

    TextOut append(String more) {
        text.append(more);
        return this;
    }

    TextOut append(char more) {
        text.append(more);
        return this;
    }

    void spaces(int count) {
        for (int i = 0; i < count; i++) {
            text.append(' ');
        }
    }

    void endLine() throws IOException {
        text.append('\n');
        if (text.length() >= PIECE) {
            handOn();
        }
    }

    void flush() throws IOException {
        handOn();
        out.flush();
    }

    private void handOn() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }
}
