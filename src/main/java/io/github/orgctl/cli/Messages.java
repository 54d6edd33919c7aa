package io.github.orgctl.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes lines for people to standard error, with nothing in them that could steer a terminal. */
final class Messages {
    private final OutputStream err;

    Messages(OutputStream err) {
        this.err = err;
    }

    void notice(String line) {
        write("orgctl: " + line + "\n");
    }

    /** Writes a question and leaves the cursor behind it. */
    void prompt(String question) {
        write(question + " ");
    }

    /** Writes a text as it is but for control characters. */
    void write(String text) {
        try {
            err.write(visible(text).getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException nobodyReads) {
            // Standard error is where failures are told; where it is closed there is nobody to tell.
        }
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean bidirectionalOverride = c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
            if (c != '\n' && c != '\t' && Character.isISOControl(c) || bidirectionalOverride) {
                visible.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
            } else {
                visible.append(c);
            }
        }
        return visible.toString();
    }
}
