package io.github.orgctl.cli.completion;

import io.github.orgctl.core.model.configuration.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;

/** Offers keys as shells offer paths: one segment after the other. */
final class Segments {
    private Segments() {}

    /**
     * What a key that begins as typed can be: a whole key, or where several go on from the next segment, that with its
     * dot.
     *
     * @param typed the beginning of a key
     */
    static List<String> of(NavigableSet<Key> keys, String typed) {
        Map<String, List<String>> byBranch = new TreeMap<>();
        for (Key key : keys) {
            String path = key.path();
            if (path.startsWith(typed)) {
                int dot = path.indexOf('.', typed.length());
                String branch = dot < 0 ? path : path.substring(0, dot + 1);
                byBranch.computeIfAbsent(branch, start -> new ArrayList<>()).add(path);
            }
        }
        List<String> offers = new ArrayList<>();
        byBranch.forEach((branch, paths) -> offers.add(paths.size() == 1 ? paths.get(0) : branch));
        return offers;
    }
}
