package io.github.orgctl.cli.parameter;

import io.github.orgctl.core.model.value.Failure;

/**
 * A maximum waiting time.
 *
 * @param text text that was given
 */
public record WaitTime(String text, long millis) {
    /**
     * Parses a whole number of milliseconds, seconds, minutes or hours, such as {@code 30s}, or {@code 0}.
     *
     * @throws Failure USAGE if the text is not one of these
     */
    static WaitTime parse(String text) {
        try {
            return new WaitTime(text, text.equals("0") ? 0 : count(text) * unit(text));
        } catch (NumberFormatException malformed) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "'" + text + "' is not a duration",
                    "a duration such as 500ms, 30s, 5m or 1h, or 0",
                    malformed);
        }
    }

    private static long count(String text) {
        int unit = text.endsWith("ms") ? 2 : 1;
        int end = Math.max(0, text.length() - unit);
        if (end > 0 && (text.charAt(0) < '0' || text.charAt(0) > '9')) {
            throw new NumberFormatException(text);
        }
        return Integer.parseInt(text.substring(0, end));
    }

    private static long unit(String text) {
        if (text.endsWith("ms")) {
            return 1;
        }
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> 1000;
            case 'm' -> 60_000;
            case 'h' -> 3_600_000;
            default -> throw new NumberFormatException(text);
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
