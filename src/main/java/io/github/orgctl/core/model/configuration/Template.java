package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A text with the names of keys in double braces, such as {@code url: {{api.url}}}, each of which stands for the key's value.
 * Four opening braces are two in the result. It knows names only: no sections, no calls, no escaping, so that whatever
 * somebody writes into a template or a value runs nothing, and everything else comes out as it went in.
 */
public final class Template {
    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final String LITERAL = OPEN + OPEN;
    private static final int TOLD = 10;
    private static final int SHOWN_CHARACTERS = 40;

    /** A literal text, or the key whose value stands in its place. */
    private record Part(String text, Key key) {}

    private final List<Part> parts = new ArrayList<>();
    private final NavigableMap<Key, Integer> lines = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private final String source;
    private int line = 1;

    private Template(String source) {
        this.source = source;
    }

    /**
     * Reads a template.
     *
     * @throws Failure RULE when something in double braces is not a name, or braces are not closed in their line; the message
     *     names the first ten with their lines
     */
    public static Template parse(String text) {
        Template template = new Template(text);
        template.read();
        if (!template.problems.isEmpty()) {
            throw new Failure(
                    Failure.Kind.RULE,
                    "the template is malformed: " + some(template.problems),
                    "write {{KEY}} for the value of a key, and {{{{ for two braces");
        }
        return template;
    }

    private static String some(List<String> problems) {
        String told = String.join("; ", problems.subList(0, Math.min(TOLD, problems.size())));
        return problems.size() > TOLD ? told + " and " + (problems.size() - TOLD) + " more" : told;
    }

    private void read() {
        int at = 0;
        while (at < source.length()) {
            int open = source.indexOf(OPEN, at);
            if (open < 0) {
                open = source.length();
            }
            literal(source.substring(at, open));
            if (open == source.length()) {
                return;
            }
            at = source.startsWith(LITERAL, open) ? braces(open) : name(open);
        }
    }

    private void literal(String text) {
        line += (int) text.chars().filter(c -> c == '\n').count();
        parts.add(new Part(text, null));
    }

    private int braces(int open) {
        parts.add(new Part(OPEN, null));
        return open + LITERAL.length();
    }

    /** Takes the name that begins at a place; returns where the text goes on. */
    private int name(int open) {
        int endOfLine = source.indexOf('\n', open);
        int limit = endOfLine < 0 ? source.length() : endOfLine;
        int close = source.indexOf(CLOSE, open);
        if (close < 0 || close > limit) {
            problems.add("line " + line + ": '" + shown(source.substring(open, limit)) + "' is not closed");
            return limit;
        }
        String name = source.substring(open + OPEN.length(), close).strip();
        try {
            Key key = new Key(name);
            lines.putIfAbsent(key, line);
            parts.add(new Part(null, key));
        } catch (Failure malformed) {
            problems.add("line " + line + ": '" + shown(name) + "' is not a key");
        }
        return close + CLOSE.length();
    }

    private static String shown(String text) {
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
    }

    /** The keys that it names, each with the first line that does. */
    public NavigableMap<Key, Integer> keys() {
        return lines;
    }

    /** The text with values in place of names; every key that it names has to have one. */
    public String fill(Map<Key, String> values) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.key() == null ? part.text() : values.get(part.key()));
        }
        return text.toString();
    }
}
