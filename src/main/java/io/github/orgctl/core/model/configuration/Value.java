package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A value of a configuration: any JSON of up to 64 KiB, or a template for one.
 *
 * @param json its text in one form for each value, without spaces between its parts, so that equal values are equal
 *     texts; of a template, an object with the one member {@code $template}
 * @param template null unless it is a template: how it is kept, or nothing while its references are only named
 */
public record Value(String json, String template) {
    /** What a template that is kept begins with, and no JSON. */
    public static final char TEMPLATE_MARK = '$';

    private static final String TEMPLATE_START = "{\"$template\":\"";

    public static final int MAX_BYTES = 64 * 1024;

    /** The highest number of digits that a number may have, and of lists and objects that may be nested. */
    public static final int MAX_DIGITS = 1000;

    public static final int MAX_LEVELS = 1000;

    public static final Value NULL = new Value("null");

    private static final String HEX = "0123456789abcdef";

    /**
     * @throws Failure USAGE when it is longer than 64 KiB in UTF-8, or holds half a character, which UTF-8 can't
     */
    public Value(String json) {
        this(json, null);
    }

    /**
     * @throws Failure USAGE as for any value
     */
    public Value {
        if (!Text.isWhole(json)) {
            throw Failure.usage(
                    "the value contains an unpaired surrogate",
                    "write both surrogates, such as \\ud83d\\ude00, or the character itself");
        }
        // No character takes more than three bytes, so that only long texts need counting.
        if (json.length() > MAX_BYTES / 3 && json.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw Failure.usage(
                    "the value is longer than 64 KiB", "store large files elsewhere and their address here");
        }
    }

    /**
     * A value that somebody gives, as against one that is stored already.
     *
     * @param json its text in the form that values have
     * @throws Failure USAGE when it is nested too deeply, has a number of too many digits, or can't be a value at all
     */
    public static Value given(String json) {
        int level = 0;
        int digits = 0;
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (quoted) {
                i += c == '\\' ? 1 : 0;
            } else if (c == '[' || c == '{') {
                level++;
            } else if (c == ']' || c == '}') {
                level--;
            }
            boolean continues = c >= '0' && c <= '9' || c == '.' && digits > 0;
            digits = quoted || !continues ? 0 : digits + (c == '.' ? 0 : 1);
            if (level > MAX_LEVELS) {
                throw Failure.usage("the value is nested more than " + MAX_LEVELS + " levels deep");
            }
            if (digits > MAX_DIGITS) {
                throw Failure.usage(
                        "the value contains a number of more than " + MAX_DIGITS + " digits", "write it as a string");
            }
        }
        return isTemplate(json) ? of(new Value(json, "").named(), null) : new Value(json);
    }

    /** Whether an object stands for a template: its one member is {@code $template}, and a text. */
    static boolean isTemplate(String json) {
        return json.startsWith(TEMPLATE_START) && endOfText(json, TEMPLATE_START.length() - 1) == json.length() - 1;
    }

    /**
     * A template with environments named as users name them.
     *
     * @param kept the same with environments named by their ids, or null while they are not known
     */
    public static Value of(ValueTemplate named, ValueTemplate kept) {
        String json = TEMPLATE_START + json(named.toString()).substring(1) + "}";
        return new Value(json, kept == null ? "" : TEMPLATE_MARK + json(kept.toString()));
    }

    /** Whether both mean the same: templates that are kept may be spelled differently in two organizations. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Value value
                && Objects.equals(template, value.template)
                && (isTemplate() && !isUnbound() || json.equals(value.json));
    }

    @Override
    public int hashCode() {
        return stored().hashCode();
    }

    /** Whether it is a template. */
    public boolean isTemplate() {
        return template != null;
    }

    /** Whether it is a template whose references are only named. */
    public boolean isUnbound() {
        return isTemplate() && template.isEmpty();
    }

    /** The template as users write it. */
    public ValueTemplate named() {
        return ValueTemplate.parse(new Value(json.substring(TEMPLATE_START.length() - 1, json.length() - 1)).text());
    }

    /** The template as it is kept, with environments named by their ids. */
    public ValueTemplate kept() {
        return ValueTemplate.parse(new Value(template.substring(1)).text());
    }

    /** How it is kept, which no other value is. */
    public String stored() {
        return template == null || template.isEmpty() ? json : template;
    }

    /** The value that is this text. */
    public static Value ofText(String text) {
        return new Value(json(text));
    }

    /** A text as JSON, of any length. */
    public static String json(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> appendPlain(json, c);
            }
        }
        return json.append('"').toString();
    }

    private static void appendPlain(StringBuilder json, char c) {
        if (c >= ' ') {
            json.append(c);
        } else {
            json.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
        }
    }

    /** Whether it is a text rather than a number, a truth value, a list or an object. */
    public boolean isText() {
        return json.charAt(0) == '"';
    }

    /** Whether it is a list. */
    public boolean isList() {
        return json.charAt(0) == '[';
    }

    /** Whether it is an object. */
    public boolean isObject() {
        return json.charAt(0) == '{' && !isTemplate();
    }

    /** The elements of a list. */
    public List<Value> elements() {
        List<Value> elements = new ArrayList<>();
        for (String part : parts()) {
            elements.add(new Value(part));
        }
        return elements;
    }

    /** The members of an object by their names. */
    public Map<String, Value> members() {
        Map<String, Value> members = new LinkedHashMap<>();
        for (String part : parts()) {
            int colon = endOfText(part, 0);
            members.put(new Value(part.substring(0, colon)).text(), new Value(part.substring(colon + 1)));
        }
        return members;
    }

    /** What stands between the commas of a list or an object. */
    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        int level = 0;
        int start = 1;
        for (int i = 1; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"') {
                i = endOfText(json, i) - 1;
            } else if (c == '[' || c == '{') {
                level++;
            } else if (level == 0 && (c == ',' || c == ']' || c == '}')) {
                if (i > start) {
                    parts.add(json.substring(start, i));
                }
                start = i + 1;
            } else if (c == ']' || c == '}') {
                level--;
            }
        }
        return parts;
    }

    /** Where the text that begins with a quote has ended. */
    private static int endOfText(String json, int quote) {
        int i = quote + 1;
        while (json.charAt(i) != '"') {
            i += json.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    /** A text without its quotes and escapes; anything else as its JSON. */
    public String text() {
        if (!isText()) {
            return json;
        }
        StringBuilder text = new StringBuilder(json.length());
        for (int i = 1; i < json.length() - 1; i++) {
            char c = json.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escaped = json.charAt(++i);
            switch (escaped) {
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    text.append((char) Integer.parseInt(json, i + 1, i + 5, 16));
                    i += 4;
                }
                default -> text.append(escaped);
            }
        }
        return text.toString();
    }

    /** Its JSON. */
    @Override
    public String toString() {
        return json;
    }
}
