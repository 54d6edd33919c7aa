package io.github.orgctl.cli.format;

import io.github.orgctl.core.model.configuration.JsonTree;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Text;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Builds the tree of a document while it is parsed, independent of its format. Failures name the line and the key, and
 * never quote values, which may be secrets.
 */
final class JsonTrees {
    /** Maximum nesting depth of values plus maximum length of keys. */
    private static final int MAX_LEVELS = Value.MAX_LEVELS + Key.MAX_SEGMENTS;

    private final Deque<String> path = new ArrayDeque<>();
    private int level;

    /** An object under construction. */
    final class Members {
        private final SortedMap<String, JsonTree> trees = new TreeMap<>();
        private final Map<String, Integer> lines = new HashMap<>();
        private final int first;

        private Members(int line) {
            first = line;
        }

        /** Begins a member. */
        void begin(String name, int line) {
            Integer first = lines.putIfAbsent(name, line);
            path.addLast(name);
            if (first != null) {
                throw refused(first == line ? "it is given twice" : "it was already given in line " + first, line);
            }
        }

        /** Ends the current member. */
        void end(JsonTree tree) {
            trees.put(path.removeLast(), tree);
        }

        JsonTree tree() {
            level--;
            StringJoiner json = new StringJoiner(",", "{", "}");
            for (Map.Entry<String, JsonTree> member : trees.entrySet()) {
                json.add(Value.json(member.getKey()) + ":" + member.getValue().json());
            }
            return new JsonTree(json.toString(), trees, null, first);
        }
    }

    /** Begins an object. */
    Members object(int line) {
        enter(line);
        return new Members(line);
    }

    /** Begins a list. */
    StringJoiner list(int line) {
        enter(line);
        return new StringJoiner(",", "[", "]");
    }

    /** Ends a list. */
    JsonTree tree(StringJoiner list) {
        level--;
        return new JsonTree(list.toString(), null);
    }

    /** A string. */
    JsonTree text(String text, int line) {
        if (!Text.isWhole(text)) {
            throw refused(
                    "the value contains an unpaired surrogate",
                    line,
                    "write both surrogates, for example \\ud83d\\ude00, or the character itself");
        }
        return new JsonTree(Value.json(text), null, text, line);
    }

    private void enter(int line) {
        level++;
        if (level > MAX_LEVELS) {
            throw refused("nested more than " + Value.MAX_LEVELS + " levels deep", line);
        }
    }

    /** Failure that names the line and key. */
    Failure refused(String problem, int line) {
        return refused(problem, line, null);
    }

    Failure refused(String problem, int line, String hint) {
        return Failure.usage("line " + line + key() + ": " + problem, hint);
    }

    private String key() {
        StringJoiner key = new StringJoiner(".", ", key '", "'").setEmptyValue("");
        int segments = 0;
        for (String name : path) {
            if (segments++ < Key.MAX_SEGMENTS) {
                key.add(name);
            }
        }
        return key.toString();
    }
}
