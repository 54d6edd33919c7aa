package io.github.orgctl.core.model.access;

import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The actions that match a pattern such as {@code project.*}: {@code *} matches any characters, {@code ?} one
 * character.
 *
 * @param actions matching actions, at least one
 */
public record ActionPattern(Set<Action> actions) {
    /**
     * @throws Failure USAGE if no action that writes events matches the pattern
     */
    public static ActionPattern parse(String text) {
        Set<Action> fitting = EnumSet.noneOf(Action.class);
        StringBuilder all = new StringBuilder("recorded actions: ");
        for (Action action : Action.values()) {
            if (action.isRecorded()) {
                all.append(all.charAt(all.length() - 1) == ' ' ? "" : ", ").append(action);
                if (fits(text, action.toString())) {
                    fitting.add(action);
                }
            }
        }
        if (fitting.isEmpty()) {
            throw Failure.usage("no recorded action matches '" + text + "'", all.toString());
        }
        return new ActionPattern(fitting);
    }

    /** Completion candidates: for each noun, the pattern for all its actions, then the actions. */
    public static List<String> known() {
        List<String> known = new ArrayList<>();
        String noun = "";
        for (Action action : Action.values()) {
            String word = action.toString();
            if (action.isRecorded()) {
                if (!word.startsWith(noun + ".")) {
                    noun = word.substring(0, word.indexOf('.'));
                    known.add(noun + ".*");
                }
                known.add(word);
            }
        }
        return known;
    }

    /**
     * Whether a word matches the pattern. Only the last star backtracks, so the time is at most the product of both
     * lengths.
     */
    private static boolean fits(String pattern, String word) {
        int p = 0;
        int w = 0;
        int star = -1;
        int resume = 0;
        while (w < word.length()) {
            char c = p < pattern.length() ? pattern.charAt(p) : 0;
            if (c == '*') {
                star = p++;
                resume = w;
            } else if (c == '?' || c == word.charAt(w)) {
                p++;
                w++;
            } else if (star >= 0) {
                p = star + 1;
                w = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
