package io.github.orgctl.core.model.organization;

import io.github.orgctl.core.model.value.Failure;

/** Mode of a project's environment. The two modes share nothing. */
public enum Mode {
    SANDBOX("sandbox"),
    LIVE("live");

    private final String word;

    Mode(String word) {
        this.word = word;
    }

    /**
     * @throws Failure USAGE if the text is neither {@code sandbox} nor {@code live}
     */
    public static Mode parse(String text) {
        for (Mode mode : values()) {
            if (mode.word.equals(text)) {
                return mode;
            }
        }
        throw Failure.usage("'" + text + "' is not a mode", "a mode is sandbox or live");
    }

    /** The other mode. */
    public Mode other() {
        return this == SANDBOX ? LIVE : SANDBOX;
    }

    @Override
    public String toString() {
        return word;
    }
}
