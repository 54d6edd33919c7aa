package io.github.orgctl.cli.format;

import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line into words like a POSIX shell: single quotes, double quotes, backslashes and comments. Nothing
 * is expanded.
 */
public final class CommandWords {
    private static final String PROGRAM = "orgctl";
    private static final String ESCAPED_IN_QUOTES = "\"\\$`";

    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean isInWord;
    private int at;

    private CommandWords(String line) {
        this.line = line;
    }

    /**
     * @return empty for an empty line or a comment
     * @throws Failure USAGE for an unclosed quote, a trailing backslash, or a NUL character
     */
    public static List<String> of(String line) {
        return new CommandWords(line).split();
    }

    /** Splits a command line of this program and removes the program's name, if present. */
    public static List<String> ofCommand(String line) {
        List<String> words = of(line);
        return !words.isEmpty() && words.get(0).equals(PROGRAM) ? words.subList(1, words.size()) : words;
    }

    private List<String> split() {
        int nul = line.indexOf('\0');
        if (nul >= 0) {
            throw Failure.usage("the line contains a NUL character at column " + (nul + 1));
        }
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == ' ' || c == '\t') {
                endWord();
            } else if (c == '#' && !isInWord) {
                break;
            } else {
                isInWord = true;
                take(c);
            }
        }
        endWord();
        return words;
    }

    private void take(char c) {
        switch (c) {
            case '\'' -> takeQuoted('\'', "");
            case '"' -> takeQuoted('"', ESCAPED_IN_QUOTES);
            case '\\' -> {
                if (at == line.length()) {
                    throw Failure.usage("the line ends with a backslash", "a command stands on one line");
                }
                word.append(line.charAt(at++));
            }
            default -> word.append(c);
        }
    }

    /**
     * @param escaped characters that a backslash escapes
     */
    private void takeQuoted(char quote, String escaped) {
        int opened = at;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == quote) {
                return;
            }
            boolean isEscape = c == '\\' && at < line.length() && escaped.indexOf(line.charAt(at)) >= 0;
            word.append(isEscape ? line.charAt(at++) : c);
        }
        throw Failure.usage("the quote at column " + opened + " is not closed", "a command stands on one line");
    }

    private void endWord() {
        if (isInWord) {
            words.add(word.toString());
            word.setLength(0);
            isInWord = false;
        }
    }
}
