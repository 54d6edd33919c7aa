package io.github.orgctl.cli.settings;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fast reader for the usual JSON of settings files: one object of strings, in ASCII and without escapes. Every command
 * and completion reads them, and a full parser takes 15 ms to load. It reports no errors: that parser handles
 * everything else.
 */
final class PlainJson {
    /** No settings are so long; longer names than a parser takes are thus left to it. */
    private static final int MOST_BYTES = 16 * 1024;

    private final byte[] content;
    private int at;

    private PlainJson(byte[] content) {
        this.content = content;
    }

    /**
     * Reads the strings by name, ignoring anything after the object.
     *
     * @return null if the content is not plain
     */
    static Map<String, String> read(byte[] content) {
        return content.length > MOST_BYTES ? null : new PlainJson(content).object();
    }

    private Map<String, String> object() {
        Map<String, String> values = new LinkedHashMap<>();
        if (!takes('{')) {
            return null;
        }
        if (takes('}')) {
            return values;
        }
        do {
            String name = string();
            String value = name != null && takes(':') ? string() : null;
            if (value == null) {
                return null;
            }
            values.put(name, value);
        } while (takes(','));
        return takes('}') ? values : null;
    }

    /** A string without escapes at the current position, or null. */
    private String string() {
        if (!takes('"')) {
            return null;
        }
        int start = at;
        while (at < content.length && content[at] >= ' ' && content[at] != '"' && content[at] != '\\') {
            at++;
        }
        int length = at - start;
        return takesHere('"') ? new String(content, start, length, StandardCharsets.ISO_8859_1) : null;
    }

    /** Whether this comes next, behind white space; it is passed then. */
    private boolean takes(char expected) {
        while (at < content.length && isSpace(content[at])) {
            at++;
        }
        return takesHere(expected);
    }

    private boolean takesHere(char expected) {
        if (at == content.length || content[at] != expected) {
            return false;
        }
        at++;
        return true;
    }

    private static boolean isSpace(byte next) {
        return next == ' ' || next == '\n' || next == '\r' || next == '\t';
    }
}
