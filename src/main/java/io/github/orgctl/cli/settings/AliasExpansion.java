package io.github.orgctl.cli.settings;

import io.github.orgctl.cli.format.CommandWords;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;

/**
 * The expansion of an alias: a command line with {@code $1} and so on as placeholders, to which remaining arguments are
 * appended; or, after {@code !}, a shell command.
 */
public final class AliasExpansion {
    private static final int MOST_DIGITS = 3;

    private final String name;
    private final String text;

    /**
     * @param text the expansion as written by the user
     */
    public AliasExpansion(String name, String text) {
        this.name = name;
        this.text = text;
    }

    public boolean isShell() {
        return text.startsWith("!");
    }

    /** The shell's command line, with the arguments as positional parameters. */
    public List<String> shellCommand(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", text.substring(1), name));
        command.addAll(arguments);
        return command;
    }

    /**
     * Its words, with placeholders.
     *
     * @throws Failure USAGE if it can't be split into words
     */
    public List<String> words() {
        return CommandWords.ofCommand(text);
    }

    /**
     * The expanded command line. Each argument stays one word, whatever it contains.
     *
     * @throws Failure USAGE if arguments are missing
     */
    public List<String> words(List<String> arguments) {
        boolean[] used = new boolean[arguments.size()];
        List<String> filled = new ArrayList<>();
        for (String word : words()) {
            filled.add(filled(word, arguments, used));
        }
        for (int i = 0; i < used.length; i++) {
            if (!used[i]) {
                filled.add(arguments.get(i));
            }
        }
        return filled;
    }

    private String filled(String word, List<String> arguments, boolean[] used) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < word.length()) {
            int end = endOfPlaceholder(word, at);
            if (end < 0) {
                filled.append(word.charAt(at++));
                continue;
            }
            int number = Integer.parseInt(word.substring(at + 1, end));
            if (number > arguments.size()) {
                throw Failure.usage(
                        "the alias '" + name + "' needs " + (number == 1 ? "an argument" : number + " arguments"),
                        "it expands to: " + text);
            }
            used[number - 1] = true;
            filled.append(arguments.get(number - 1));
            at = end;
        }
        return filled.toString();
    }

    /** End of a placeholder ({@code $} and a number from 1) that starts here; -1 if there is none. */
    private static int endOfPlaceholder(String word, int start) {
        if (word.charAt(start) != '$' || start + 1 == word.length() || word.charAt(start + 1) == '0') {
            return -1;
        }
        int end = start + 1;
        while (end < word.length() && end - start <= MOST_DIGITS && isDigit(word.charAt(end))) {
            end++;
        }
        return end == start + 1 ? -1 : end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
