package io.github.orgctl.cli.completion;

/** The candidates for a word: those that begin with what is typed of it, one a line. */
final class Offers {
    /** More than anybody reads; a word typed further finds what was left out. */
    static final int LIMIT = 1000;

    private final String prefix;
    private final StringBuilder lines = new StringBuilder();
    private int count;

    Offers(String prefix) {
        this.prefix = prefix;
    }

    /** The typed part of the word. */
    String prefix() {
        return prefix;
    }

    void add(String word) {
        add(word, "");
    }

    /** Adds a word that fits, with a description, which may be any text or empty. */
    void add(String word, String description) {
        if (count == LIMIT || !word.startsWith(prefix)) {
            return;
        }
        count++;
        lines.append(word);
        if (!description.isEmpty()) {
            lines.append('\t');
            appendHarmless(description);
        }
        lines.append('\n');
    }

    boolean isEmpty() {
        return count == 0;
    }

    String lines() {
        return lines.toString();
    }

    /** One line that can't steer the terminal it is shown on, whatever a store may hold. */
    private void appendHarmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean steers = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
            lines.append(steers || c == '\u2028' || c == '\u2029' ? ' ' : c);
        }
    }
}
