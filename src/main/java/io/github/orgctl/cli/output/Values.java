package io.github.orgctl.cli.output;

import io.github.orgctl.cli.shape.JsonText;
import io.github.orgctl.core.model.value.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Formats field values as text, before unsafe characters are escaped. */
final class Values {
    private Values() {}

    /** A single value; null is empty. */
    static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Instant instant) {
            return Timestamps.text(instant);
        }
        if (value instanceof List<?> several) {
            return spaced(several);
        }
        return value instanceof JsonText json ? json.json() : value.toString();
    }

    /** Separates list elements, which are names without spaces, by spaces. */
    private static String spaced(List<?> several) {
        StringBuilder all = new StringBuilder();
        for (Object each : several) {
            all.append(all.length() == 0 ? "" : " ").append(text(each));
        }
        return all.toString();
    }

    /**
     * Formats a value for people. A missing value is a hyphen, so that all lines have the same number of columns.
     *
     * @param times format of times
     */
    static String readable(Object value, Times times) {
        if (value instanceof Boolean truth) {
            return truth ? "yes" : "no";
        }
        if (value instanceof Map<?, ?> values) {
            return joined(values, times);
        }
        String text = value instanceof Instant instant ? times.text(instant) : text(value);
        return text.isEmpty() ? "-" : text;
    }

    private static String joined(Map<?, ?> values, Times times) {
        StringBuilder all = new StringBuilder();
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            if (entry.getValue() != null) {
                all.append(all.length() == 0 ? "" : ", ").append(entry.getKey()).append(": ");
                all.append(readable(entry.getValue(), times));
            }
        }
        return all.length() == 0 ? "none" : all.toString();
    }
}
