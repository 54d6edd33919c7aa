package io.github.orgctl.cli.completion;

import io.github.orgctl.cli.verb.Nouns;

/** Completion for bash, which shows no descriptions. */
final class BashScript extends Script {
    private static final int WIDTH = 110;

    BashScript(Nouns nouns) {
        super(nouns, "bash.template");
    }

    @Override
    String row(Row row) {
        boolean plurals = row.key().equals("-plurals");
        StringBuilder text = new StringBuilder("        '" + row.key() + "') REPLY='");
        int lineStart = 0;
        for (int i = 0; i < row.words().size(); i++) {
            Word word = row.words().get(i);
            String entry = plurals ? word.text() + "=" + word.description() : withoutPattern(word.text());
            if (text.length() - lineStart + entry.length() > WIDTH) {
                text.append("\n           ");
                lineStart = text.length() - 11;
            }
            text.append(i == 0 ? "" : " ").append(entry);
        }
        return text.append("' ;;\n").toString();
    }

    /** What follows any number of times is marked by a sign that bash never takes for a pattern. */
    private static String withoutPattern(String word) {
        return word.endsWith("*") ? word.substring(0, word.length() - 1) + "+" : word;
    }
}
