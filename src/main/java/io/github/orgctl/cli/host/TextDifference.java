package io.github.orgctl.cli.host;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Unified difference of two texts, like {@code diff -u}. */
public final class TextDifference {
    private static final int CONTEXT_LINES = 3;
    private static final int HEADER_LINES = 2;

    private TextDifference() {}

    /** The differing lines, prefixed with {@code -} or {@code +}, with context. */
    public static String between(String name, String before, String after) {
        return between(name, before, after, UnaryOperator.identity());
    }

    /**
     * The difference of texts that contain secrets: of lines that are not in the public text, at most the name is
     * shown.
     *
     * @param names names that lines may begin with
     */
    static String masked(String name, String before, String after, String publicText, Set<String> names) {
        Set<String> shown = Set.copyOf(publicText.lines().toList());
        return between(name, before, after, line -> shown.contains(line) ? line : masked(line, names));
    }

    private static String between(String name, String before, String after, UnaryOperator<String> display) {
        List<String> lines = before.lines().toList();
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
                name, name, lines, DiffUtils.diff(lines, after.lines().toList()), CONTEXT_LINES);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < diff.size(); i++) {
            String line = diff.get(i);
            boolean isContent = i >= HEADER_LINES && !line.startsWith("@@");
            text.append(isContent ? line.charAt(0) + display.apply(line.substring(1)) : line)
                    .append('\n');
        }
        return text.toString();
    }

    private static String masked(String line, Set<String> names) {
        int start = line.startsWith("export ") ? "export ".length() : 0;
        while (start < line.length() && (line.charAt(start) == ' ' || line.charAt(start) == '"')) {
            start++;
        }
        int end = start;
        while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
            end++;
        }
        String name = line.substring(start, end);
        return names.contains(name) ? name + " ***" : "***";
    }
}
