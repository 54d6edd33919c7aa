package io.github.orgctl.cli.completion;

import io.github.orgctl.cli.verb.Nouns;
import io.github.orgctl.core.model.value.Failure;

/** The shells that orgctl has completion for. */
public enum Shell {
    BASH("bash", "orgctl.bash"),
    ZSH("zsh", "_orgctl"),
    FISH("fish", "orgctl.fish");

    private final String word;
    private final String fileName;

    Shell(String word, String fileName) {
        this.word = word;
        this.fileName = fileName;
    }

    /**
     * @throws Failure USAGE when there is no completion for a shell of that name
     */
    public static Shell parse(String text) {
        for (Shell shell : values()) {
            if (shell.word.equals(text)) {
                return shell;
            }
        }
        throw Failure.usage("completion is not available for '" + text + "'", "the shells are bash, zsh and fish");
    }

    /** The whole script that makes the shell complete orgctl. */
    public String script(Nouns nouns) {
        return switch (this) {
            case BASH -> new BashScript(nouns).text();
            case ZSH -> new ZshScript(nouns).text();
            case FISH -> new FishScript(nouns).text();
        };
    }

    /** File name under which the shell loads the script automatically. */
    public String checkedInName() {
        return fileName;
    }

    @Override
    public String toString() {
        return word;
    }
}
