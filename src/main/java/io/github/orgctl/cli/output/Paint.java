package io.github.orgctl.cli.output;

import io.github.orgctl.cli.shape.Tone;

/**
 * Maps tones and headings to those of the 16 terminal colours that are readable on light and dark backgrounds: no
 * yellow, white or grey.
 */
final class Paint {
    private static final String RESET = "\u001b[0m";

    private Paint() {}

    static String heading(String text) {
        return "\u001b[1m" + text + RESET;
    }

    static String toned(String text, Tone tone) {
        return tone == Tone.PLAIN ? text : start(tone) + text + RESET;
    }

    private static String start(Tone tone) {
        return switch (tone) {
            case GOOD -> "\u001b[32m";
            case BAD -> "\u001b[31m";
            case CAUTION -> "\u001b[35m";
            case FAINT -> "\u001b[2m";
            case PLAIN -> "";
        };
    }
}
