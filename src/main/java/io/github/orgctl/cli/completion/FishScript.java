package io.github.orgctl.cli.completion;

import io.github.orgctl.cli.verb.Nouns;

/** Completion for fish, with a description for each word. */
final class FishScript extends Script {
    FishScript(Nouns nouns) {
        super(nouns, "fish.template");
    }

    @Override
    String row(Row row) {
        StringBuilder text = new StringBuilder("        case '" + row.key() + "'\n");
        if (row.words().isEmpty()) {
            return text.toString();
        }
        text.append("            printf '%s\\n'");
        for (Word word : row.words()) {
            text.append(" \\\n                ").append(quoted(word.text() + " " + word.description()));
        }
        return text.append('\n').toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
