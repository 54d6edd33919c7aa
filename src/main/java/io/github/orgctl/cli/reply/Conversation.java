package io.github.orgctl.cli.reply;

import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.host.LinePrompt;
import io.github.orgctl.cli.host.Messages;
import io.github.orgctl.cli.output.Holding;
import io.github.orgctl.cli.output.Output;
import io.github.orgctl.cli.output.OutputFormat;
import io.github.orgctl.cli.output.Presentation;
import io.github.orgctl.cli.output.Times;
import io.github.orgctl.cli.terminal.Choice;
import io.github.orgctl.cli.terminal.NumberedChoices;
import io.github.orgctl.cli.terminal.Picker;
import io.github.orgctl.cli.text.DisplayWidth;
import io.github.orgctl.cli.text.Visible;
import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Messages and prompts on standard error. */
public final class Conversation implements Questions {
    private final Host host;
    private final Messages messages;
    private final boolean color;
    private final Times times;
    private final boolean interactive;

    /**
     * @param color whether the result uses colours
     * @param times format of times in tables
     * @param input whether prompts are allowed
     */
    public Conversation(Host host, Messages messages, boolean color, Times times, boolean input) {
        this.host = host;
        this.messages = messages;
        this.color = color && host.io().errIsTerminal();
        this.times = times;
        this.interactive = input && host.io().isInteractive();
    }

    /** Whether prompts are possible. */
    public boolean isInteractive() {
        return interactive;
    }

    public void notice(String line) {
        messages.notice(line);
    }

    /** Prints the difference of two texts. */
    public void showDifference(String lines) {
        messages.difference(lines);
    }

    /** Shows a table on standard error, where prompts appear. */
    public void preview(Reply reply) {
        Presentation table =
                new Presentation(OutputFormat.TABLE, null, null, null, true, color, true, null, null, false, times);
        Output output = new Output(host.io().err(), table, host.terminalSize(), Holding.NONE);
        output.write(reply.result());
        ReplyWriter.tellHidden(output.hiddenFields(), messages);
        reply.notices().forEach(messages::notice);
    }

    /**
     * Prompts for a line with which something is agreed to: what was typed before the question is no answer to it.
     *
     * @return the typed text, trimmed; null at the end of input
     */
    public String ask(String question) {
        try {
            host.io().discardTyped();
        } catch (IOException exception) {
            throw new Failure(Failure.Kind.IO, "can't read the answer", exception);
        }
        return line(question);
    }

    /** Asks for a line, which may have been typed already. */
    String line(String question) {
        return new LinePrompt(host.io().in(), messages).ask(question);
    }

    /**
     * Has one of several things chosen: from a searchable list, or from numbered lines where nothing can be drawn or
     * whoever reads them has a screen reader.
     *
     * @return null for none
     */
    public Choice choose(String title, List<Choice> choices) {
        return host.isPlainTerminal()
                ? new NumberedChoices(choices, messages, this::line).choose(title)
                : Picker.pick(host, title, choices);
    }

    /**
     * Prompts for confirmation.
     *
     * @throws Failure REFUSED unless the answer is yes
     */
    public void confirm(String question) {
        String answer = ask(question + " [y/N]");
        if (!"y".equalsIgnoreCase(answer) && !"yes".equalsIgnoreCase(answer)) {
            throw notConfirmed();
        }
    }

    private static Failure notConfirmed() {
        return new Failure(Failure.Kind.REFUSED, "not confirmed: nothing was changed");
    }

    /**
     * Shows facts, and asks which of some words holds.
     *
     * @return the word, of which the beginning is enough
     * @throws Failure REFUSED at the end of input
     */
    @Override
    public String choose(List<String> facts, String question, List<String> words) {
        int columns = host.terminalSize().columns();
        for (String fact : facts) {
            messages.write(DisplayWidth.cut(Visible.line(fact), columns) + "\n");
        }
        while (true) {
            String answer = ask(question + " [" + String.join("/", words) + "]");
            if (answer == null) {
                throw notConfirmed();
            }
            for (String word : words) {
                if (!answer.isEmpty() && word.startsWith(answer.toLowerCase(Locale.ROOT))) {
                    return word;
                }
            }
        }
    }

    /**
     * Whether the answer to a prompt is yes. The end of input counts as no.
     *
     * @param byDefault meaning of an empty answer
     */
    public boolean agrees(String question, boolean byDefault) {
        String answer = ask(question);
        if (answer == null) {
            return false;
        }
        String word = answer.toLowerCase(Locale.ROOT);
        return byDefault ? !word.startsWith("n") : word.startsWith("y");
    }
}
