package io.github.orgctl.cli.dashboard;

import io.github.orgctl.cli.text.DisplayWidth;
import io.github.orgctl.cli.text.Visible;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits text into clusters that a cell can hold: one character with its combining marks. Terminals disagree about the
 * width of joined emoji, so a cluster keeps only its first character that has a width: then all of them measure the
 * same.
 */
final class Clusters {
    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final int ZERO_WIDTH_JOINER = 0x200d;
    private static final int FIRST_SELECTOR = 0xfe00;
    private static final int LAST_SELECTOR = 0xfe0f;
    private static final String[] ASCII = new String[0x7f];

    static {
        for (int i = 0; i < ASCII.length; i++) {
            ASCII[i] = Character.toString((char) i);
        }
    }

    private Clusters() {}

    /** The clusters of a text, made safe to show. */
    static List<String> of(String text) {
        String safe = Visible.line(text);
        List<String> clusters = new ArrayList<>(safe.length());
        if (isAscii(safe)) {
            for (int i = 0; i < safe.length(); i++) {
                clusters.add(ASCII[safe.charAt(i)]);
            }
            return clusters;
        }
        for (Matcher matcher = CLUSTER.matcher(safe); matcher.find(); ) {
            String cluster = reduced(matcher.group());
            if (!cluster.isEmpty()) {
                clusters.add(cluster);
            }
        }
        return clusters;
    }

    /** A cluster without its combining marks. */
    static String base(String cluster) {
        return cluster.substring(0, cluster.offsetByCodePoints(0, 1));
    }

    /** Number of cells of a cluster: 1 or 2. */
    static int width(String cluster) {
        return cluster.charAt(0) <= '~' ? 1 : DisplayWidth.of(cluster);
    }

    /** Number of cells of a text. */
    static int widthOf(String text) {
        int width = 0;
        for (String cluster : of(text)) {
            width += width(cluster);
        }
        return width;
    }

    /** The end of a text that fits into a number of cells. */
    static String end(String text, int cells) {
        List<String> clusters = of(text);
        int from = clusters.size();
        for (int width = 0; from > 0; from--) {
            width += width(clusters.get(from - 1));
            if (width > cells) {
                break;
            }
        }
        return String.join("", clusters.subList(from, clusters.size()));
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static String reduced(String cluster) {
        StringBuilder kept = new StringBuilder();
        boolean hasBase = false;
        for (int i = 0; i < cluster.length(); ) {
            int c = cluster.codePointAt(i);
            i += Character.charCount(c);
            boolean isBase = DisplayWidth.of(Character.toString(c)) > 0;
            if (c == ZERO_WIDTH_JOINER || c >= FIRST_SELECTOR && c <= LAST_SELECTOR || isBase && hasBase) {
                continue;
            }
            if (isBase || hasBase && isMark(c)) {
                kept.appendCodePoint(c);
                hasBase = true;
            }
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
