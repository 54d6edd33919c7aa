package io.github.orgctl.core.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Random templates k0, k1 and so on, each with what it refers to, and what they resolve to by recursion. */
final class ReferenceGraph {
    private final Map<String, List<String>> references = new LinkedHashMap<>();

    /**
     * @param acyclic whether each refers only to those before it
     */
    ReferenceGraph(Random random, int size, boolean acyclic) {
        for (int i = 0; i < size; i++) {
            List<String> targets = new ArrayList<>();
            int bound = acyclic ? i : size;
            for (int n = bound == 0 ? 0 : random.nextInt(3); n > 0; n--) {
                targets.add("k" + random.nextInt(bound));
            }
            references.put("k" + i, targets);
        }
    }

    Set<String> keys() {
        return references.keySet();
    }

    /** The template of a key: its name, and its references. */
    String template(String key) {
        StringBuilder text = new StringBuilder(key);
        references.get(key).forEach(target -> text.append(" ${").append(target).append('}'));
        return text.toString();
    }

    /** The arguments that set all of them. */
    List<String> assignments() {
        return keys().stream().map(key -> key + "=" + template(key)).toList();
    }

    boolean refers(String from, String to) {
        return references.get(from).contains(to);
    }

    /** All that can be reached from a key in at least one step. */
    Set<String> reachable(String key) {
        Set<String> reached = new HashSet<>();
        List<String> left = new ArrayList<>(references.get(key));
        while (!left.isEmpty()) {
            String next = left.remove(left.size() - 1);
            if (reached.add(next)) {
                left.addAll(references.get(next));
            }
        }
        return reached;
    }

    boolean isOnCycle(String key) {
        return reachable(key).contains(key);
    }

    /** Whether it has a value: it neither is on a cycle nor leads to one. */
    boolean hasValue(String key) {
        return !isOnCycle(key) && reachable(key).stream().noneMatch(this::isOnCycle);
    }

    String value(String key) {
        StringBuilder text = new StringBuilder(key);
        references.get(key).forEach(target -> text.append(' ').append(value(target)));
        return text.toString();
    }

    /** What all keys with a value resolve to. */
    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        for (String key : keys()) {
            if (hasValue(key)) {
                values.put(key, value(key));
            }
        }
        return values;
    }
}
