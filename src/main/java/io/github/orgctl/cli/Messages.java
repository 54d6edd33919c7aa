package io.github.orgctl.cli;

import io.github.orgctl.cli.output.Visible;
import io.github.orgctl.store.JdbcStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes lines for people to standard error, with nothing in them that could steer a terminal. */
final class Messages implements JdbcStore.Notices {
    private final OutputStream err;

    Messages(OutputStream err) {
        this.err = err;
    }

    @Override
    public void notice(String line) {
        write("orgctl: " + line + "\n");
    }

    /** Writes a question and leaves the cursor behind it. */
    void prompt(String question) {
        write(question + " ");
    }

    /** Writes a text as it is but for control characters. */
    void write(String text) {
        try {
            err.write(Visible.block(text).getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException nobodyReads) {
            // Standard error is where failures are told; where it is closed there is nobody to tell.
        }
    }
}
