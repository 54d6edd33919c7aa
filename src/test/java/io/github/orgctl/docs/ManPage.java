package io.github.orgctl.docs;

import io.github.orgctl.cli.help.HelpPage;
import java.util.List;
import java.util.Locale;

/** A manual page under construction, as roff with the macros of man(7). */
final class ManPage implements HelpPage {
    private static final int COLUMNS = 80;

    private final StringBuilder roff = new StringBuilder();
    private boolean follows;

    /**
     * @param name such as {@code orgctl-env-promote}
     * @param date of the page, such as {@code 2026-01-01}
     */
    ManPage(String name, String summary, String date, String version) {
        roff.append(".\\\" Generated from the program. Renew with: ")
                .append(GeneratedFiles.COMMAND)
                .append('\n');
        roff.append(".TH \"" + name.toUpperCase(Locale.ROOT) + "\" 1 " + date + " \"orgctl " + version)
                .append("\" \"User Commands\"\n");
        title("NAME");
        line(escaped(name) + " \\- " + escaped(summary));
    }

    /** Begins a section, in which what has a title of its own becomes a subsection. */
    ManPage title(String title) {
        macro("SH", title.toUpperCase(Locale.ROOT));
        follows = false;
        return this;
    }

    /** Adds a way to call a command. */
    ManPage usage(String usage) {
        begin();
        line(marked(usage));
        return this;
    }

    @Override
    public ManPage paragraph(String words) {
        begin();
        text(words);
        return this;
    }

    @Override
    public ManPage section(String title, String words) {
        subtitle(title);
        return paragraph(words);
    }

    @Override
    public ManPage lines(String title, List<String> lines) {
        subtitle(title);
        return lines(lines);
    }

    /** Adds lines as they are. */
    ManPage lines(List<String> lines) {
        begin();
        macro("RS", "4");
        macro("nf");
        for (String line : lines) {
            line(line.isEmpty() ? ".sp" : escaped(line));
        }
        macro("fi");
        macro("RE");
        return this;
    }

    @Override
    public ManPage table(String title, List<String[]> rows) {
        if (!rows.isEmpty()) {
            subtitle(title);
            rows(rows);
        }
        return this;
    }

    @Override
    public ManPage rows(List<String[]> rows) {
        for (String[] row : rows) {
            macro("TP");
            follows = true;
            line(marked(row[0]));
            text(String.join(": ", List.of(row).subList(1, row.length)));
        }
        return this;
    }

    /** Begins a paragraph, which the first one below a title does without saying so. */
    private void begin() {
        if (follows) {
            macro("PP");
        }
        follows = true;
    }

    private void subtitle(String title) {
        macro("SS", title);
        follows = false;
    }

    /** Names of options in bold, placeholders in italics. */
    private static String marked(String words) {
        StringBuilder marked = new StringBuilder();
        for (String word : words.split(" ")) {
            String font = word.startsWith("-") || word.equals("orgctl") ? "B" : isPlaceholder(word) ? "I" : null;
            marked.append(marked.length() == 0 ? "" : " ")
                    .append(font == null ? escaped(word) : "\\f" + font + escaped(word) + "\\fR");
        }
        return marked.toString();
    }

    private static boolean isPlaceholder(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT)) && word.chars().anyMatch(Character::isLetter);
    }

    private void macro(String name, String... arguments) {
        roff.append('.').append(name);
        for (String argument : arguments) {
            roff.append(" \"").append(escaped(argument)).append('"');
        }
        roff.append('\n');
    }

    /** Adds running text, in lines that fit an editor. */
    private void text(String words) {
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ")) {
            String next = escaped(word);
            if (line.length() > 0 && line.length() + 1 + next.length() > COLUMNS) {
                line(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(next);
        }
        line(line.toString());
    }

    private void line(String text) {
        boolean isRequest = text.startsWith(".") && !text.equals(".sp");
        roff.append(isRequest ? "\\&" : "").append(text).append('\n');
    }

    /** In ASCII, and without the characters that roff turns into typographic ones. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .forEach(c -> escaped.append(
                        switch (c) {
                            case '\\' -> "\\(rs";
                            case '-' -> "\\-";
                            case '\'' -> "\\(aq";
                            case '`' -> "\\(ga";
                            case '^' -> "\\(ha";
                            case '~' -> "\\(ti";
                            case '"' -> "\\(dq";
                            default -> c < 128 ? Character.toString(c) : String.format(Locale.ROOT, "\\[u%04X]", c);
                        }));
        return escaped.toString();
    }

    @Override
    public String toString() {
        return roff.toString();
    }
}
