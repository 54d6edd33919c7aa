package io.github.orgctl.cli.host;

import io.github.orgctl.cli.output.Holding;
import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.Signals;

/**
 * Asks for a line on a terminal that does not show what is typed. Java's own console is of no use where standard output
 * is piped, so this goes through {@code stty}, which every POSIX system has. The terminal hands over each key at once
 * meanwhile: a line that it collects by itself ends at 4,095 bytes, and the rest would be lost.
 */
final class HiddenPrompt {
    private static final String CONTINUE = "CONT";

    private final InputStream in;
    private final Messages messages;

    /**
     * @param in the process's own standard input, which is a terminal
     */
    HiddenPrompt(InputStream in, Messages messages) {
        this.in = in;
        this.messages = messages;
    }

    /**
     * @return what was typed, as it was; null at the end of input
     * @throws Failure IO when the terminal can't be kept from showing it
     */
    String ask(String question) {
        try {
            String shown = stty("-g").strip();
            // After Ctrl-Z a shell has made the terminal show everything again.
            Object before = Signals.register(CONTINUE, () -> hideAgain(question));
            // Ctrl-C ends the process where it reads: the terminal is given back by then as well.
            Holding.Hold restoring = Interrupts.PROCESS.cleaningUp(() -> restore(shown));
            try {
                hide();
                messages.prompt(question);
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

    private static void hide() throws IOException {
        stty("-echo", "-icanon", "-iexten", "min", "1", "time", "0");
    }

    private void hideAgain(String question) {
        try {
            hide();
            messages.prompt(question);
        } catch (IOException exception) {
            messages.notice("can't hide the input: press Ctrl-C to cancel");
        }
    }

    private void restore(String shown) {
        try {
            stty(shown);
            messages.write("\n");
        } catch (IOException exception) {
            messages.notice("can't restore the terminal: run stty sane");
        }
    }

    private static String stty(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " exited with " + process.exitValue());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
        return printed;
    }
}
