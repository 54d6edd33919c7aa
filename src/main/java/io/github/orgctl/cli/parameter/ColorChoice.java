package io.github.orgctl.cli.parameter;

import io.github.orgctl.core.model.value.Failure;

/** When to use colours. */
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
     * @throws Failure USAGE if the text is not one of the choices
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
