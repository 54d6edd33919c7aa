package io.github.orgctl.core.kernel;

import io.github.orgctl.core.model.value.Hint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Suggests corrections for mistyped names. */
public final class Nearest {
    private static final int MOST = 3;

    private Nearest() {}

    /**
     * Returns up to three candidates that are within a few typing errors of the word or start with it, the best first.
     *
     * @param word what the user typed
     */
    public static List<String> to(String word, Iterable<String> candidates) {
        String wanted = word.toLowerCase(Locale.ROOT);
        int tolerance = Math.max(1, word.length() / 3);
        record Scored(String candidate, int distance) {}
        List<Scored> near = new ArrayList<>();
        for (String candidate : candidates) {
            String offered = candidate.toLowerCase(Locale.ROOT);
            int distance = distance(wanted, offered);
            boolean goesOn = word.length() >= 2 && offered.startsWith(wanted);
            if (distance <= tolerance || goesOn) {
                near.add(new Scored(candidate, goesOn ? Math.min(distance, tolerance) : distance));
            }
        }
        near.sort(Comparator.comparingInt(Scored::distance).thenComparing(Scored::candidate));
        return near.stream().limit(MOST).map(Scored::candidate).toList();
    }

    /** A question such as {@code did you mean acme or acme-labs?}, or null if no candidate is similar. */
    public static String question(String word, Iterable<String> candidates) {
        List<String> near = to(word, candidates);
        return near.isEmpty() ? null : "did you mean " + String.join(" or ", near) + "?";
    }

    /** A hint with similar candidates, or another hint if there are none. */
    public static Hint hint(String word, Iterable<String> candidates, Hint otherwise) {
        String question = question(word, candidates);
        return question == null ? otherwise : Hint.words(question);
    }

    /** Damerau-Levenshtein distance: the number of insertions, deletions, replacements and transpositions. */
    static int distance(String a, String b) {
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : cheapest(steps, a, b, i, j);
            }
        }
        return steps[a.length()][b.length()];
    }

    private static int cheapest(int[][] steps, String a, String b, int i, int j) {
        int replace = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
    }
}
