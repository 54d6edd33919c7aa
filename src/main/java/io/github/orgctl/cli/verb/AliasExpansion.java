package io.github.orgctl.cli.verb;

import io.github.orgctl.cli.format.CommandWords;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;

/**
 * What an alias stands for: a command line in which {@code $1} and so on are arguments, with the others behind it, or a
 * command of the shell behind a {@code !}.
 */
public final class AliasExpansion {
    private static final String PROGRAM = "orgctl";
    private static final int MOST_DIGITS = 3;

    private final String name;
    private final String text;

    /**
     * @param text what it stands for, as the user wrote it
     */
    public AliasExpansion(String name, String text) {
        this.name = name;
        this.text = text;
    }

    public boolean isShell() {
        return text.startsWith("!");
    }

    /** What the shell runs, with the arguments as its own. */
    public List<String> shellCommand(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", text.substring(1), name));
        command.addAll(arguments);
        return command;
    }

    /**
     * Its words, with their placeholders.
     *
     * @throws Failure USAGE when it can't be split into words
     */
    public List<String> words() {
        List<String> words = CommandWords.of(text);
        return !words.isEmpty() && words.get(0).equals(PROGRAM) ? words.subList(1, words.size()) : words;
    }

    /**
     * The command line it stands for. An argument stays one word, whatever it contains.
     *
     * @throws Failure USAGE when it takes more arguments
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
                        "it stands for: " + text);
            }
            used[number - 1] = true;
            filled.append(arguments.get(number - 1));
            at = end;
        }
        return filled.toString();
    }

    /** Where a placeholder that begins here ends: a {@code $} with a number from 1; -1 where none begins. */
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
