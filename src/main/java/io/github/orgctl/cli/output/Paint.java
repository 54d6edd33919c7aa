package io.github.orgctl.cli.output;

import io.github.orgctl.cli.shape.Tone;

/**
 * Puts tones and headings into colours, by those of the sixteen that can be read on a light and on a dark background: no
 * yellow, no white and no grey.
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
