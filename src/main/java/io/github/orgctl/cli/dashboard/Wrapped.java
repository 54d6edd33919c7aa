package io.github.orgctl.cli.dashboard;

import java.util.ArrayList;
import java.util.List;

/** Wraps lines that are too long, between words if possible. */
final class Wrapped {
    private static final String INDENT = "  ";

    private Wrapped() {}

    static List<String> lines(List<String> lines, int width) {
        List<String> wrapped = new ArrayList<>();
        for (String line : lines) {
            wrap(line, Math.max(4, width), wrapped);
        }
        return wrapped;
    }

    private static void wrap(String line, int width, List<String> wrapped) {
        StringBuilder text = new StringBuilder();
        int used = 0;
        int lastSpace = -1;
        for (String cluster : Clusters.of(line)) {
            int cells = Clusters.width(cluster);
            if (used + cells > width && cluster.equals(" ")) {
                wrapped.add(text.toString());
                text.setLength(0);
                text.append(INDENT);
                used = INDENT.length();
                lastSpace = -1;
                continue;
            } else if (used + cells > width) {
                String rest = lastSpace > INDENT.length() ? text.substring(lastSpace + 1) : "";
                wrapped.add(lastSpace > INDENT.length() ? text.substring(0, lastSpace) : text.toString());
                text.setLength(0);
                text.append(INDENT).append(rest);
                used = INDENT.length() + Clusters.widthOf(rest);
                lastSpace = -1;
            }
            if (cluster.equals(" ")) {
                lastSpace = text.length();
            }
            text.append(cluster);
            used += cells;
        }
        wrapped.add(text.toString());
    }
}
