package io.github.orgctl.script;

import java.util.List;
import java.util.function.BiPredicate;

/** Two lists of lines side by side, as diff shows them. */
final class Difference {
    private Difference() {}

    static String of(List<String> expected, List<String> actual, BiPredicate<String, String> same) {
        int[][] common = new int[expected.size() + 1][actual.size() + 1];
        for (int i = expected.size() - 1; i >= 0; i--) {
            for (int j = actual.size() - 1; j >= 0; j--) {
                common[i][j] = same.test(expected.get(i), actual.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        StringBuilder text = new StringBuilder();
        int i = 0;
        int j = 0;
        while (i < expected.size() || j < actual.size()) {
            boolean bothLeft = i < expected.size() && j < actual.size();
            if (bothLeft && same.test(expected.get(i), actual.get(j))) {
                text.append("    ").append(actual.get(j++)).append('\n');
                i++;
            } else if (j == actual.size() || bothLeft && common[i + 1][j] >= common[i][j + 1]) {
                text.append("  - ").append(expected.get(i++)).append('\n');
            } else {
                text.append("  + ").append(actual.get(j++)).append('\n');
            }
        }
        return text.toString();
    }
}
