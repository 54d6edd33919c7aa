package io.github.orgctl.cli.host;

import io.github.orgctl.cli.output.Holding;
import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.io.InputStream;
import org.jline.utils.Signals;

/**
 * Prompts for a line without echo, because Java's console does not work if standard output is a pipe. The terminal is
 * switched to non-canonical mode meanwhile, since a canonical line is truncated at 4,095 bytes.
 */
final class HiddenPrompt {
    private static final String CONTINUE = "CONT";

    private final InputStream in;
    private final Messages messages;
    private boolean isOver;

    /**
     * @param in the process's standard input, which is a terminal
     */
    HiddenPrompt(InputStream in, Messages messages) {
        this.in = in;
        this.messages = messages;
    }

    /**
     * @return the typed text, unmodified; null at the end of input
     * @throws Failure IO if echo can't be turned off
     */
    String ask(String question) {
        try {
            TerminalMode shown = TerminalMode.current();
            // After Ctrl-Z the shell has turned echo on again.
            Object before = Signals.register(CONTINUE, () -> hideAgain(question));
            // Ctrl-C ends the process while it reads, so the terminal must be restored then too.
            Holding.Hold restoring = Interrupts.PROCESS.cleaningUp(() -> restore(shown));
            try {
                hide(question);
                return TypedLine.read(in);
            } finally {
                Signals.unregister(CONTINUE, before);
                restore(shown);
                restoring.close();
            }
        } catch (IOException exception) {
            throw new Failure(
                    Failure.Kind.IO,
                    "can't prompt without showing the input",
                    "pipe the value in, or use --from-file or --from-env",
                    exception);
        }
    }

    /** Not once the terminal is as it was: nobody would restore it again. */
    private synchronized void hide(String question) throws IOException {
        if (!isOver) {
            TerminalMode.hidden();
            messages.prompt(question);
        }
    }

    private void hideAgain(String question) {
        try {
            hide(question);
        } catch (IOException exception) {
            messages.notice("can't hide the input: press Ctrl-C to cancel");
        }
    }

    private synchronized void restore(TerminalMode shown) {
        if (isOver) {
            return;
        }
        isOver = true;
        try {
            shown.restore();
            messages.write("\n");
        } catch (IOException exception) {
            messages.notice("can't restore the terminal: run stty sane");
        }
    }
}
