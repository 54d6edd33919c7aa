package io.github.orgctl.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A simple command of the POSIX shell, taken apart: assignments, words, and a file as standard input. Whatever needs more
 * of a shell than quotes is refused, so that a script means here what it means there.
 *
 * @param input the file behind {@code <}, or null
 */
public record ShellWords(Map<String, String> assignments, List<String> words, String input) {
    private static final String SHELL_ONLY = "|&;()>$`*?[]{}~#!";

    public static ShellWords of(String line) {
        List<String> words = split(line);
        Map<String, String> assignments = new LinkedHashMap<>();
        while (!words.isEmpty() && words.get(0).matches("(?s)[A-Z_]+=.*")) {
            String[] parts = words.remove(0).split("=", 2);
            assignments.put(parts[0], parts[1]);
        }
        int from = words.lastIndexOf("<");
        String input = from < 0 ? null : words.remove(from + 1);
        words.remove("<");
        if (words.isEmpty() || !words.remove(0).equals("orgctl")) {
            throw new IllegalArgumentException("only orgctl can be run here; a line for a shell begins with 'sh>'");
        }
        return new ShellWords(assignments, words, input);
    }

    private static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0 && c == ' ') {
                if (word != null) {
                    words.add(word.toString());
                }
                word = null;
                continue;
            }
            word = word == null ? new StringBuilder() : word;
            if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == '\\' && (quote == 0 || quote == '"' && "\"\\$`".indexOf(line.charAt(i + 1)) >= 0)) {
                word.append(line.charAt(++i));
            } else if (quote == 0 && SHELL_ONLY.indexOf(c) >= 0 || quote == '"' && (c == '$' || c == '`')) {
                throw new IllegalArgumentException("'" + c + "' needs a shell: quote it, or begin the line with 'sh>'");
            } else {
                word.append(c);
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("a quote is not closed");
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }
}
