package io.github.orgctl.cli.output;

import io.github.orgctl.core.model.value.Failure;

/** Format of times in tables. */
public enum TimeStyle {
    UTC("utc", "2026-11-30 18:05Z"),
    LOCAL("local", "in the local time zone"),
    RELATIVE("relative", "5m ago, in 3d");

    private final String word;
    private final String description;

    TimeStyle(String word, String description) {
        this.word = word;
        this.description = description;
    }

    /**
     * @throws Failure USAGE if the text is not a style
     */
    public static TimeStyle parse(String text) {
        for (TimeStyle style : values()) {
            if (style.word.equals(text)) {
                return style;
            }
        }
        throw Failure.usage("'" + text + "' is not one of utc, local, relative");
    }

    public String description() {
        return description;
    }

    @Override
    public String toString() {
        return word;
    }
}
