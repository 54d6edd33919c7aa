package io.github.orgctl.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * Translates ECMA-262 regular expressions for other engines. Differences in classes, anchors and escapes are spelled
 * out, so that a pattern means the same in each.
 */
final class EcmaPattern {
    /** Maximum nesting depth of groups. */
    private static final int MAX_DEPTH = 200;

    private static final String WORD = CodePoints.WORD.asClass();
    private static final String BOUNDARY = "(?:(?<=" + WORD + ")(?!" + WORD + ")|(?<!" + WORD + ")(?=" + WORD + "))";
    private static final String NO_BOUNDARY = "(?:(?<=" + WORD + ")(?=" + WORD + ")|(?<!" + WORD + ")(?!" + WORD + "))";

    private final String source;
    private final boolean linear;
    private final List<String> names = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();
    private int groups;
    private int position;
    private int depth;
    private boolean backtracks;

    private EcmaPattern(String source, boolean linear) {
        this.source = source;
        this.linear = linear;
        countGroups();
    }

    /**
     * Translates a pattern for RE2/J, which matches in linear time.
     *
     * @return null if the pattern uses look-around or back references, which linear-time engines don't support
     * @throws PatternSyntaxException if the pattern is not valid in ECMA-262
     */
    static String forRe2(String source) {
        EcmaPattern pattern = new EcmaPattern(source, true);
        String translated = pattern.translated();
        return pattern.backtracks ? null : translated;
    }

    /**
     * Translates a pattern for {@link java.util.regex.Pattern}.
     *
     * @throws PatternSyntaxException if the pattern is not valid in ECMA-262
     */
    static String forJava(String source) {
        return new EcmaPattern(source, false).translated();
    }

    private String translated() {
        disjunction();
        if (position < source.length()) {
            throw problem("unmatched ')'");
        }
        return out.toString();
    }

    /** Counts the groups in advance, because back references may refer to later ones. */
    private void countGroups() {
        boolean inClass = false;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\\') {
                i++;
            } else if (inClass) {
                inClass = c != ']';
            } else if (c == '[') {
                inClass = true;
            } else if (c == '(') {
                countGroup(i);
            }
        }
    }

    private void countGroup(int at) {
        boolean named =
                source.startsWith("(?<", at) && !source.startsWith("(?<=", at) && !source.startsWith("(?<!", at);
        if (named) {
            names.add(source.substring(at + 3, Math.max(at + 3, source.indexOf('>', at))));
            groups++;
        } else if (!source.startsWith("(?", at)) {
            names.add("");
            groups++;
        }
    }

    private void disjunction() {
        if (++depth > MAX_DEPTH) {
            throw problem("groups are nested too deeply");
        }
        while (position < source.length() && source.charAt(position) != ')') {
            if (source.charAt(position) == '|') {
                out.append('|');
                position++;
            } else {
                term();
            }
        }
        depth--;
    }

    private void term() {
        boolean repeatable = true;
        char c = source.charAt(position);
        switch (c) {
            case '^', '$' -> {
                out.append(c == '^' ? "\\A" : "\\z");
                position++;
                repeatable = false;
            }
            case '(' -> repeatable = group();
            case '[' -> characterClass();
            case '.' -> {
                out.append(CodePoints.LINE_ENDS.complement().asClass());
                position++;
            }
            case '\\' -> repeatable = escape();
            case '*', '+', '?' -> throw problem("nothing to repeat");
            default -> {
                if (c == '{' && counted(position) > 0) {
                    throw problem("nothing to repeat");
                }
                literal();
            }
        }
        quantifier(repeatable);
    }

    private void literal() {
        int codePoint = source.codePointAt(position);
        out.append(CodePoints.literal(codePoint));
        position += Character.charCount(codePoint);
    }

    private void quantifier(boolean repeatable) {
        if (position == source.length()) {
            return;
        }
        char c = source.charAt(position);
        int end = c == '*' || c == '+' || c == '?' ? position + 1 : c == '{' ? counted(position) : 0;
        if (end == 0) {
            return;
        }
        if (!repeatable) {
            throw problem("nothing to repeat");
        }
        out.append(source, position, end);
        position = end;
        if (position < source.length() && source.charAt(position) == '?') {
            out.append('?');
            position++;
        }
    }

    /** End index of a counted quantifier such as {@code {2,5}}, or 0 if there is none. */
    private int counted(int start) {
        int i = digits(start + 1);
        if (i == start + 1 || i == source.length()) {
            return 0;
        }
        if (source.charAt(i) == ',') {
            i = digits(i + 1);
        }
        return i < source.length() && source.charAt(i) == '}' ? i + 1 : 0;
    }

    private int digits(int from) {
        int i = from;
        while (i < source.length() && source.charAt(i) >= '0' && source.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    /**
     * @return whether the element may be quantified
     */
    private boolean group() {
        boolean around = false;
        if (opens("(?:")) {
            out.append("(?:");
        } else if (opens("(?i:")) {
            out.append(linear ? "(?i:" : "(?iu:");
        } else if (opens("(?=") || opens("(?!") || opens("(?<=") || opens("(?<!")) {
            around = true;
            backtracks = true;
            out.append(source, source.lastIndexOf('(', position), position);
        } else if (opens("(?<")) {
            int end = source.indexOf('>', position);
            if (end <= position) {
                throw problem("invalid group name");
            }
            out.append(linear ? "(?:" : "(");
            position = end + 1;
        } else if (source.startsWith("(?", position)) {
            throw problem("invalid group");
        } else {
            position++;
            out.append(linear ? "(?:" : "(");
        }
        disjunction();
        if (position == source.length()) {
            throw problem("unterminated group");
        }
        out.append(')');
        position++;
        return !around;
    }

    private boolean opens(String opening) {
        boolean opens = source.startsWith(opening, position);
        position += opens ? opening.length() : 0;
        return opens;
    }

    /**
     * @return whether the element may be quantified
     */
    private boolean escape() {
        char c = escaped();
        if (c == 'b' || c == 'B') {
            position += 2;
            out.append(linear ? "\\" + c : c == 'b' ? BOUNDARY : NO_BOUNDARY);
            return false;
        }
        if (c >= '1' && c <= '9') {
            int end = digits(position + 1);
            String number = source.substring(position + 1, end);
            position = end;
            reference(number.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(number));
        } else if (c == 'k') {
            int end = source.indexOf('>', position);
            if (!source.startsWith("\\k<", position) || end < 0) {
                throw problem("invalid named reference");
            }
            String name = source.substring(position + 3, end);
            position = end + 1;
            reference(name.isEmpty() ? 0 : names.indexOf(name) + 1);
        } else if ("dDwWsS".indexOf(c) >= 0) {
            position += 2;
            out.append(set(c).asClass());
        } else if (c == 'p' || c == 'P') {
            out.append(property());
        } else {
            out.append(CodePoints.literal(character()));
        }
        return true;
    }

    private char escaped() {
        if (position + 1 == source.length()) {
            throw problem("trailing \\");
        }
        return source.charAt(position + 1);
    }

    private void reference(int group) {
        if (group < 1 || group > groups) {
            throw problem("reference to a missing group");
        }
        backtracks = true;
        out.append("(?:\\").append(group).append(')');
    }

    private static CodePoints set(char name) {
        CodePoints set =
                switch (name) {
                    case 'd', 'D' -> CodePoints.DIGITS;
                    case 'w', 'W' -> CodePoints.WORD;
                    default -> CodePoints.SPACES;
                };
        return Character.isUpperCase(name) ? set.complement() : set;
    }

    private String property() {
        int end = source.indexOf('}', position);
        if (position + 2 >= source.length() || source.charAt(position + 2) != '{' || end < 0) {
            throw problem("invalid property name");
        }
        UnicodeProperty property = UnicodeProperty.of(source.substring(position + 3, end));
        if (property == null) {
            throw problem("invalid property name");
        }
        backtracks |= property.forRe2() == null;
        String name = linear ? property.forRe2() : property.forJava();
        String text = "\\" + source.charAt(position + 1) + "{" + name + "}";
        position = end + 1;
        return text;
    }

    /** The code point that an escape sequence denotes. */
    private int character() {
        char c = escaped();
        position += 2;
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'v' -> 0xB;
            case 'f' -> '\f';
            case 'r' -> '\r';
            case '0' -> nul();
            case 'c' -> control();
            case 'x' -> hexadecimal(2);
            case 'u' -> unicode();
            default -> {
                if (c < 128 && Character.isLetterOrDigit(c)) {
                    position -= 2;
                    throw problem("invalid escape \\" + c);
                }
                int codePoint = source.codePointAt(position - 1);
                position += Character.charCount(codePoint) - 1;
                yield codePoint;
            }
        };
    }

    private int nul() {
        if (digits(position) > position) {
            throw problem("invalid escape");
        }
        return 0;
    }

    private int control() {
        char letter = position < source.length() ? source.charAt(position) : 0;
        if (!(letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z')) {
            throw problem("invalid escape \\c");
        }
        position++;
        return letter % 32;
    }

    private int unicode() {
        if (position < source.length() && source.charAt(position) == '{') {
            int end = source.indexOf('}', position);
            if (end < 0 || end - position > 9) {
                throw problem("invalid escape \\u");
            }
            position++;
            int codePoint = hexadecimal(end - position);
            position = end + 1;
            if (codePoint > Character.MAX_CODE_POINT) {
                throw problem("invalid escape \\u");
            }
            return codePoint;
        }
        int first = hexadecimal(4);
        if (Character.isHighSurrogate((char) first) && source.startsWith("\\u", position)) {
            int before = position;
            position += 2;
            int second = source.startsWith("{", position) ? 0 : hexadecimal(4);
            if (Character.isLowSurrogate((char) second)) {
                return Character.toCodePoint((char) first, (char) second);
            }
            position = before;
        }
        return first;
    }

    private int hexadecimal(int length) {
        int number = 0;
        for (int i = 0; i < length; i++, position++) {
            int digit = position < source.length() ? Character.digit(source.charAt(position), 16) : -1;
            if (digit < 0 || source.charAt(position) > 'f') {
                throw problem("invalid escape");
            }
            number = number * 16 + digit;
        }
        if (length == 0) {
            throw problem("invalid escape");
        }
        return number;
    }

    private void characterClass() {
        position++;
        boolean others = source.startsWith("^", position);
        position += others ? 1 : 0;
        StringBuilder members = new StringBuilder();
        while (position < source.length() && source.charAt(position) != ']') {
            member(members);
        }
        if (position == source.length()) {
            throw problem("unterminated character class");
        }
        position++;
        if (members.length() == 0) {
            members.append(new CodePoints().complement().inClass());
            others = !others;
        }
        out.append(others ? "[^" : "[").append(members).append(']');
    }

    private void member(StringBuilder members) {
        int first = single(members);
        boolean range = source.startsWith("-", position) && !source.startsWith("-]", position);
        if (!range) {
            members.append(first < 0 ? "" : CodePoints.literal(first));
            return;
        }
        position++;
        int last = position < source.length() ? single(members) : -1;
        if (first < 0 || last < 0) {
            throw problem("a class can't be the end of a range");
        }
        if (last < first) {
            throw problem("range out of order");
        }
        members.append(CodePoints.literal(first)).append('-').append(CodePoints.literal(last));
    }

    /**
     * @return the code point of a class member, or -1 for a set, which is appended to {@code members}
     */
    private int single(StringBuilder members) {
        int codePoint = source.codePointAt(position);
        if (codePoint != '\\') {
            position += Character.charCount(codePoint);
            return codePoint;
        }
        char c = escaped();
        if ("dDwWsS".indexOf(c) >= 0) {
            position += 2;
            members.append(set(c).inClass());
            return -1;
        }
        if (c == 'p' || c == 'P') {
            members.append(property());
            return -1;
        }
        if (c == 'b') {
            position += 2;
            return '\b';
        }
        return character();
    }

    private PatternSyntaxException problem(String what) {
        return new PatternSyntaxException(what, source, position);
    }
}
