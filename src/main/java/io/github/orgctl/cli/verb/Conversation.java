package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.host.Interrupts;
import io.github.orgctl.cli.host.Messages;
import io.github.orgctl.cli.host.TypedLine;
import io.github.orgctl.cli.output.Holding;
import io.github.orgctl.cli.output.Output;
import io.github.orgctl.cli.output.OutputFormat;
import io.github.orgctl.cli.output.Presentation;
import io.github.orgctl.cli.output.Times;
import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.util.Locale;

/** Messages and prompts on standard error, apart from the result. */
final class Conversation {
    private final Host host;
    private final Messages messages;
    private final boolean color;
    private final Times times;
    private final boolean interactive;

    /**
     * @param color whether the result is coloured
     * @param times how tables write times
     * @param input whether questions are allowed at all
     */
    Conversation(Host host, Messages messages, boolean color, Times times, boolean input) {
        this.host = host;
        this.messages = messages;
        this.color = color && host.io().errIsTerminal();
        this.times = times;
        this.interactive = input && host.io().isInteractive();
    }

    /** Whether a person can be asked something. */
    boolean isInteractive() {
        return interactive;
    }

    void notice(String line) {
        messages.notice(line);
    }

    /** Shows in what two texts differ. */
    void showDifference(String lines) {
        messages.difference(lines);
    }

    /** Shows a table where questions are asked, which is not where the result goes. */
    void preview(Reply reply) {
        Presentation table =
                new Presentation(OutputFormat.TABLE, null, null, null, true, color, true, null, null, false, times);
        Output output = new Output(host.io().err(), table, host.terminalSize(), Holding.NONE);
        output.write(reply.result());
        ReplyWriter.tellHidden(output.hiddenFields(), messages);
        reply.notices().forEach(messages::notice);
    }

    /**
     * Asks for a line.
     *
     * @return what was typed, without spaces around it; null at the end of input
     */
    String ask(String question) {
        messages.prompt(question);
        Holding.Hold cleanLine = Interrupts.PROCESS.cleaningUp(() -> messages.write("\n"));
        try {
            String line = TypedLine.read(host.io().in());
            return line == null ? null : line.strip();
        } catch (IOException exception) {
            throw new Failure(Failure.Kind.IO, "can't read the answer", exception);
        } finally {
            cleanLine.close();
        }
    }

    /**
     * Asks whether to go on.
     *
     * @throws Failure REFUSED unless the answer is yes
     */
    void confirm(String question) {
        String answer = ask(question + " [y/N]");
        if (!"y".equalsIgnoreCase(answer) && !"yes".equalsIgnoreCase(answer)) {
            throw new Failure(Failure.Kind.REFUSED, "not confirmed: nothing was changed");
        }
    }

    /**
     * Whether a question is answered with yes, which the end of input never does.
     *
     * @param byDefault whether an empty line means yes
     */
    boolean agrees(String question, boolean byDefault) {
        String answer = ask(question);
        if (answer == null) {
            return false;
        }
        String word = answer.toLowerCase(Locale.ROOT);
        return byDefault ? !word.startsWith("n") : word.startsWith("y");
    }
}
