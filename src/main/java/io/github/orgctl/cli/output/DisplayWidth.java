package io.github.orgctl.cli.output;

import org.jline.utils.WCWidth;

/** Number of terminal columns of a text: two for Chinese characters and emoji, none for combining marks. */
final class DisplayWidth {
    private static final String CUT = "…";

    private DisplayWidth() {}

    static int of(String text) {
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
            width += Math.max(0, WCWidth.wcwidth(c));
            i += Character.charCount(c);
        }
        return width;
    }

    /** The text, its end replaced by an ellipsis where it is wider than the given number of columns, at least 1. */
    static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        int end = 0;
        int width = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            width += of(text.substring(end, next));
            if (width > columns - 1) {
                break;
            }
            end = next;
        }
        return text.substring(0, end) + CUT;
    }
}
