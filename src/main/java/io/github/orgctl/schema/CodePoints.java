package io.github.orgctl.schema;

import java.util.Arrays;

/** A set of code points: the first and last code point of each range, in ascending order. Ranges don't touch. */
final class CodePoints {
    static final CodePoints DIGITS = new CodePoints('0', '9');
    static final CodePoints WORD = new CodePoints('0', '9', 'A', 'Z', '_', '_', 'a', 'z');

    /** White space and line terminators as defined by ECMA-262. */
    static final CodePoints SPACES = new CodePoints(
            '\t', '\r', ' ', ' ', 0xA0, 0xA0, 0x1680, 0x1680, 0x2000, 0x200A, 0x2028, 0x2029, 0x202F, 0x202F, 0x205F,
            0x205F, 0x3000, 0x3000, 0xFEFF, 0xFEFF);

    static final CodePoints LINE_ENDS = new CodePoints('\n', '\n', '\r', '\r', 0x2028, 0x2029);

    private final int[] bounds;

    CodePoints(int... bounds) {
        this.bounds = bounds;
    }

    CodePoints complement() {
        int[] others = new int[bounds.length + 2];
        int length = 0;
        int next = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            if (bounds[i] > next) {
                others[length++] = next;
                others[length++] = bounds[i] - 1;
            }
            next = bounds[i + 1] + 1;
        }
        if (next <= Character.MAX_CODE_POINT) {
            others[length++] = next;
            others[length++] = Character.MAX_CODE_POINT;
        }
        return new CodePoints(Arrays.copyOf(others, length));
    }

    /** The set as the content of a character class, without brackets. */
    String inClass() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bounds.length; i += 2) {
            text.append(literal(bounds[i])).append('-').append(literal(bounds[i + 1]));
        }
        return text.toString();
    }

    String asClass() {
        return "[" + inClass() + "]";
    }

    /** Escapes a code point so that it has no special meaning in any regular expression syntax. */
    static String literal(int codePoint) {
        boolean plain = codePoint >= '0' && codePoint <= '9'
                || codePoint >= 'A' && codePoint <= 'Z'
                || codePoint >= 'a' && codePoint <= 'z';
        return plain ? String.valueOf((char) codePoint) : "\\x{" + Integer.toHexString(codePoint) + "}";
    }
}
