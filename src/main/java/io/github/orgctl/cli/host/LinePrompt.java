package io.github.orgctl.cli.host;

import io.github.orgctl.cli.output.Holding;
import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.io.InputStream;

/** Prompts for a line on a terminal in its usual line mode. */
public final class LinePrompt {
    private final InputStream in;
    private final Messages messages;

    public LinePrompt(InputStream in, Messages messages) {
        this.in = in;
        this.messages = messages;
    }

    /**
     * @return what was typed, without spaces around it; null at the end of input
     */
    public String ask(String question) {
        Holding.Hold cleanLine = Interrupts.PROCESS.cleaningUp(() -> messages.write("\n"));
        try {
            messages.prompt(question);
            String line = TypedLine.read(in);
            if (line == null) {
                messages.write("\n");
                return null;
            }
            return line.strip();
        } catch (IOException exception) {
            throw new Failure(Failure.Kind.IO, "can't read the answer", exception);
        } finally {
            cleanLine.close();
        }
    }
}
