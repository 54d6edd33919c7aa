package io.github.orgctl.cli.completion;

import io.github.orgctl.cli.verb.Nouns;

/** Completion for zsh, with a description for each word. */
final class ZshScript extends Script {
    ZshScript(Nouns nouns) {
        super(nouns, "zsh.template");
    }

    @Override
    String row(Row row) {
        StringBuilder text = new StringBuilder("        ('" + row.key() + "') reply=(");
        for (Word word : row.words()) {
            text.append("\n            ").append(quoted(word.text() + " " + word.description()));
        }
        return text.append(row.words().isEmpty() ? ") ;;\n" : "\n        ) ;;\n")
                .toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
