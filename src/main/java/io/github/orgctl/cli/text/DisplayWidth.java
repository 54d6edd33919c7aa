package io.github.orgctl.cli.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/** Number of terminal columns of a text: two for Chinese characters and emoji, none for combining marks. */
public final class DisplayWidth {
    private static final String CUT = "…";

    private DisplayWidth() {}

    public static int of(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) > '~') {
                return i + ofAny(text, i);
            }
        }
        return length;
    }

    // Apart, so that plain ASCII never loads the tables.
    private static int ofAny(String text, int from) {
        int width = 0;
        for (int i = from; i < text.length(); ) {
            int c = text.codePointAt(i);
            width += c >= ' ' && c <= '~' ? 1 : Math.max(0, WCWidth.wcwidth(c));
            i += Character.charCount(c);
        }
        return width;
    }

    /** Cuts a text that is wider than the given number of columns (at least 1), with an ellipsis at its end. */
    public static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        return text.substring(0, fitting(text, columns - 1)) + CUT;
    }

    /**
     * How many characters of a text fit into a number of columns, without cutting what a reader takes for one character,
     * such as a letter with its accent.
     */
    public static int fitting(String text, int columns) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!standsAlone(c)) {
                return Clusters.fitting(text, columns);
            }
            width += c <= '~' ? 1 : Math.max(0, WCWidth.wcwidth(c));
            if (width > columns) {
                return i;
            }
        }
        return text.length();
    }

    /** Whether a character is surely none that belongs to the one before it: Latin letters, and arrows and the like. */
    private static boolean standsAlone(char c) {
        return c < '\u0300' || c >= '\u2100' && c < '\u2600';
    }

    /** A separate class, so that plain ASCII never loads the break iterator. */
    private static final class Clusters {
        private static final Pattern CLUSTER = Pattern.compile("\\X");

        private Clusters() {}

        static int fitting(String text, int columns) {
            int end = 0;
            int width = 0;
            for (Matcher cluster = CLUSTER.matcher(text); cluster.find(); end = cluster.end()) {
                width += of(cluster.group());
                if (width > columns) {
                    break;
                }
            }
            return end;
        }
    }
}
