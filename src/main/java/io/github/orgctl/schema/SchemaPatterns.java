package io.github.orgctl.schema;

import com.google.re2j.Pattern;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;

/**
 * Regular expressions in schemas, with ECMA-262 semantics. They are matched in linear time, except for patterns with
 * look-around or back references, which backtrack until the evaluation's time limit.
 */
final class SchemaPatterns implements RegularExpressionFactory {
    /** Above this, unrolled repetitions take too much memory. */
    private static final int MAX_COPIES = 10_000;

    @Override
    public RegularExpression getRegularExpression(String regex) {
        return of(regex);
    }

    /**
     * @throws java.util.regex.PatternSyntaxException if the text is not a valid regular expression
     */
    static RegularExpression of(String regex) {
        String linear = copies(regex) > MAX_COPIES ? null : EcmaPattern.forRe2(regex);
        if (linear != null) {
            try {
                Pattern pattern = Pattern.compile(linear);
                return text -> pattern.matcher(text).find();
            } catch (com.google.re2j.PatternSyntaxException tooLarge) {
                // RE2/J supports at most 1000 repetitions.
            }
        }
        java.util.regex.Pattern pattern = java.util.regex.Pattern.compile(EcmaPattern.forJava(regex));
        return text -> pattern.matcher(new LimitedText(text)).find();
    }

    /** Maximum number of copies that counted repetitions produce. */
    private static long copies(String regex) {
        long copies = 1;
        for (int brace = regex.indexOf('{'); brace >= 0; brace = regex.indexOf('{', brace + 1)) {
            int count = 0;
            for (int i = brace + 1; i < regex.length() && regex.charAt(i) != '}' && count < MAX_COPIES; i++) {
                char c = regex.charAt(i);
                count = c >= '0' && c <= '9' ? count * 10 + c - '0' : c == ',' ? 0 : count;
            }
            copies = Math.min(copies * Math.max(count, 1), Integer.MAX_VALUE);
        }
        return copies;
    }

    /**
     * A string that ends the evaluation when its time is up. A backtracking engine can be interrupted only when it
     * reads a character.
     */
    private record LimitedText(String text) implements CharSequence {
        @Override
        public char charAt(int index) {
            Evaluation.checkTime();
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }
    }
}
