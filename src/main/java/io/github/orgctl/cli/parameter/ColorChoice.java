package io.github.orgctl.cli.parameter;

import io.github.orgctl.core.model.value.Failure;

/** Choice of colours. */
public enum ColorChoice {
    ALWAYS("always", "regardless of the output"),
    NEVER("never", "without colours"),
    AUTO("auto", "on a terminal, unless NO_COLOR is set");

    private final String word;
    private final String description;

    ColorChoice(String word, String description) {
        this.word = word;
        this.description = description;
    }

    /**
     * @throws Failure USAGE when the text is no choice
     */
    public static ColorChoice parse(String text) {
        for (ColorChoice choice : values()) {
            if (choice.word.equals(text)) {
                return choice;
            }
        }
        throw Failure.usage("'" + text + "' is not one of always, never, auto");
    }

    public String description() {
        return description;
    }

    @Override
    public String toString() {
        return word;
    }
}
