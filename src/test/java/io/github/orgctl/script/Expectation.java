package io.github.orgctl.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares what was written with the lines a script expects, and remembers the values that its placeholders stand for. */
final class Expectation {
    private static final Pattern PLACEHOLDER = Pattern.compile("<(id|time|token)(?::([a-z0-9-]+))?>|<(any|pad)>");
    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
    private static final String TOKEN = "org(?:ctl|invite)_[0-9A-Za-z]{49}";
    private static final String ANY_LINES = "...";

    /** What {@code <home>} and the like stand for, and each named placeholder from when it is first seen. */
    private final Map<String, String> values = new LinkedHashMap<>();

    Expectation(Map<String, String> known) {
        values.putAll(known);
    }

    /** The text with every placeholder that stands for a value replaced by it. */
    String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled;
    }

    /** Null when the lines are as expected, otherwise both of them side by side. */
    String difference(List<String> expected, String written) {
        List<String> actual = new ArrayList<>(List.of(written.split("\n", -1)));
        String last = actual.remove(actual.size() - 1);
        if (!last.isEmpty()) {
            actual.add(last + "<no line feed>");
        }
        Map<String, String> bound = match(expected, actual, values);
        if (bound != null) {
            values.putAll(bound);
            return null;
        }
        return Difference.of(expected, actual.stream().map(this::readable).toList(), this::matchesAlone);
    }

    private boolean matchesAlone(String expected, String readable) {
        return expected.equals(readable) || matchLine(expected, filled(readable), values) != null;
    }

    /** The line with placeholders where its values differ from run to run. */
    private String readable(String line) {
        String readable = line;
        for (Map.Entry<String, String> value : values.entrySet()) {
            readable = readable.replace(value.getValue(), value.getKey());
        }
        return readable.replaceAll(ID, "<id>").replaceAll(TIME, "<time>").replaceAll(TOKEN, "<token>");
    }

    private static Map<String, String> match(List<String> expected, List<String> actual, Map<String, String> known) {
        if (expected.isEmpty()) {
            return actual.isEmpty() ? known : null;
        }
        List<String> rest = expected.subList(1, expected.size());
        if (expected.get(0).equals(ANY_LINES)) {
            Map<String, String> here = match(rest, actual, known);
            return here != null || actual.isEmpty() ? here : match(expected, actual.subList(1, actual.size()), known);
        }
        Map<String, String> bound = actual.isEmpty() ? null : matchLine(expected.get(0), actual.get(0), known);
        return bound == null ? null : match(rest, actual.subList(1, actual.size()), bound);
    }

    /** What is known when this line is as expected, or null when it is not. */
    private static Map<String, String> matchLine(String expected, String actual, Map<String, String> known) {
        String filled = expected;
        for (Map.Entry<String, String> value : known.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        StringBuilder regex = new StringBuilder();
        List<String> groups = new ArrayList<>();
        Matcher placeholder = PLACEHOLDER.matcher(filled);
        int end = 0;
        while (placeholder.find()) {
            regex.append(Pattern.quote(filled.substring(end, placeholder.start())));
            end = placeholder.end();
            int seen = groups.indexOf(placeholder.group());
            if (placeholder.group(3) != null) {
                regex.append(placeholder.group(3).equals("pad") ? " +" : ".*");
            } else if (placeholder.group(2) != null && seen >= 0) {
                regex.append('\\').append(seen + 1);
            } else {
                groups.add(placeholder.group());
                regex.append('(').append(form(placeholder.group(1))).append(')');
            }
        }
        Matcher line =
                Pattern.compile(regex + Pattern.quote(filled.substring(end))).matcher(actual);
        return line.matches() ? bound(groups, line, known) : null;
    }

    private static String form(String kind) {
        return switch (kind) {
            case "id" -> ID;
            case "time" -> TIME;
            default -> TOKEN;
        };
    }

    private static Map<String, String> bound(List<String> groups, Matcher line, Map<String, String> known) {
        Map<String, String> bound = new LinkedHashMap<>(known);
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).contains(":")) {
                bound.put(groups.get(i), line.group(i + 1));
            }
        }
        List<String> ids = bound.entrySet().stream()
                .filter(value -> value.getKey().startsWith("<id:"))
                .map(Map.Entry::getValue)
                .toList();
        return ids.size() == new HashSet<>(ids).size() ? bound : null;
    }
}
