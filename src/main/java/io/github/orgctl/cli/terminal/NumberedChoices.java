package io.github.orgctl.cli.terminal;

import io.github.orgctl.cli.host.Messages;
import io.github.orgctl.cli.text.Visible;
import java.util.List;
import java.util.function.UnaryOperator;

/** Choices as numbered lines, selected by typing, without redrawing. */
public final class NumberedChoices {
    private static final int SHOWN = 20;

    private final ChoiceSearch search;
    private final Messages messages;
    private final UnaryOperator<String> asking;

    /** @param asking shows a question and returns the typed line, or null at the end of input */
    public NumberedChoices(List<Choice> choices, Messages messages, UnaryOperator<String> asking) {
        this.search = new ChoiceSearch(choices);
        this.messages = messages;
        this.asking = asking;
    }

    /** Returns the choice with the typed number or reference, or null for none. Other text filters the choices. */
    public Choice choose(String title) {
        messages.write(title + ":\n");
        while (true) {
            show();
            String answer = asking.apply("Number, or text to search for (default: cancel):");
            if (answer == null || answer.isEmpty()) {
                return null;
            }
            Choice named = named(answer);
            if (named != null) {
                return named;
            }
            search.eraseAll();
            search.append(answer);
            if (search.matches().isEmpty()) {
                messages.write("No matches for " + Visible.line(answer) + ".\n");
                search.eraseAll();
            }
        }
    }

    private void show() {
        List<Choice> matches = search.matches();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < Math.min(SHOWN, matches.size()); i++) {
            Choice choice = matches.get(i);
            lines.append(i + 1).append(". ").append(Visible.line(choice.reference()));
            lines.append(", ").append(Visible.line(choice.name()));
            lines.append(choice.isCurrent() ? " (current)\n" : "\n");
        }
        if (matches.size() > SHOWN) {
            lines.append("and ").append(matches.size() - SHOWN).append(" more\n");
        }
        messages.write(lines.toString());
    }

    private Choice named(String answer) {
        List<Choice> matches = search.matches();
        for (int i = 0; i < matches.size(); i++) {
            boolean isShown = i < SHOWN && answer.equals(Integer.toString(i + 1));
            if (isShown || answer.equals(matches.get(i).reference())) {
                return matches.get(i);
            }
        }
        return null;
    }
}
