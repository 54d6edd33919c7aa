package io.github.orgctl.cli.parameter;

import io.github.orgctl.core.model.value.Failure;

/** How a shell is told which characters of its prompt take no room on the screen. */
public enum PromptStyle {
    BASH("bash", "\u0001\u001b[31m\u0002", "\u0001\u001b[0m\u0002"),
    ZSH("zsh", "%{\u001b[31m%}", "%{\u001b[0m%}"),
    FISH("fish", "\u001b[31m", "\u001b[0m"),
    /** Without colours. */
    PLAIN("plain", "", "");

    private final String word;
    private final String red;
    private final String reset;

    PromptStyle(String word, String red, String reset) {
        this.word = word;
        this.red = red;
        this.reset = reset;
    }

    /**
     * @throws Failure USAGE when the text is no style
     */
    public static PromptStyle parse(String text) {
        for (PromptStyle style : values()) {
            if (style.word.equals(text)) {
                return style;
            }
        }
        throw Failure.usage("'" + text + "' is not a prompt style", "the styles are bash, zsh, fish and plain");
    }

    /** A text in red. */
    public String red(String text) {
        return red + text + reset;
    }

    @Override
    public String toString() {
        return word;
    }
}
