package io.github.orgctl.schema;

/** Grammars of string formats as ECMA-262 regular expressions. */
final class Grammar {
    static final String IPV4 = "(?:%d\\.){3}%d".replace("%d", "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])");
    static final String IPV6 = ipv6();
    static final String JSON_POINTER = "(?:/(?:[^/~]|~[01])*)*";
    static final String RELATIVE_JSON_POINTER = "(?:0|[1-9][0-9]*)(?:#|" + JSON_POINTER + ")";
    static final String UUID = "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";
    static final String DURATION = duration();
    static final String URI_TEMPLATE = uriTemplate();
    static final String URI = uri("");
    static final String URI_REFERENCE = "(?:" + URI + "|" + relative("") + ")";

    private static final String BEYOND_ASCII =
            "\\u{A0}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFEF}\\u{10000}-\\u{1FFFD}"
                    + "\\u{20000}-\\u{2FFFD}\\u{30000}-\\u{3FFFD}\\u{40000}-\\u{4FFFD}\\u{50000}-\\u{5FFFD}\\u{60000}-\\u{6FFFD}"
                    + "\\u{70000}-\\u{7FFFD}\\u{80000}-\\u{8FFFD}\\u{90000}-\\u{9FFFD}\\u{A0000}-\\u{AFFFD}\\u{B0000}-\\u{BFFFD}"
                    + "\\u{C0000}-\\u{CFFFD}\\u{D0000}-\\u{DFFFD}\\u{E1000}-\\u{EFFFD}";
    private static final String PRIVATE = "\\u{E000}-\\u{F8FF}\\u{F0000}-\\u{FFFFD}\\u{100000}-\\u{10FFFD}";

    static final String IRI = uri(BEYOND_ASCII);
    static final String IRI_REFERENCE = "(?:" + IRI + "|" + relative(BEYOND_ASCII) + ")";

    private Grammar() {}

    /** An absolute URI (RFC 3986) or IRI (RFC 3987). */
    private static String uri(String letters) {
        return "[A-Za-z][A-Za-z0-9+.-]*:" + hierarchy(letters, path(letters, ":@")) + tail(letters);
    }

    /** A relative reference. Its first segment contains no colon. */
    private static String relative(String letters) {
        return hierarchy(letters, path(letters, "@")) + tail(letters);
    }

    private static String hierarchy(String letters, String first) {
        String segments = "(?:/" + some(letters, ":@") + "*)*";
        String absolute = "/(?:" + some(letters, ":@") + "+" + segments + ")?";
        return "(?://" + authority(letters) + segments + "|" + absolute + "|" + first + "|)";
    }

    private static String path(String letters, String others) {
        return some(letters, others) + "+(?:/" + some(letters, ":@") + "*)*";
    }

    private static String authority(String letters) {
        String future = "[vV][0-9A-Fa-f]+\\.[A-Za-z0-9._~!$&'()*+,;=:-]+";
        String host = "(?:\\[(?:" + IPV6 + "|" + future + ")\\]|" + some(letters, "") + "*)";
        return "(?:" + some(letters, ":") + "*@)?" + host + "(?::[0-9]*)?";
    }

    private static String tail(String letters) {
        String query = letters.isEmpty() ? "" : PRIVATE;
        return "(?:\\?" + some(letters + query, ":@/?") + "*)?(?:#" + some(letters, ":@/?") + "*)?";
    }

    /** An unreserved character or sub-delimiter, a percent-encoded character, or one of {@code others}. */
    private static String some(String letters, String others) {
        return "(?:[A-Za-z0-9._~!$&'()*+,;=" + others + letters + "-]|%[0-9A-Fa-f]{2})";
    }

    private static String ipv6() {
        String group = "[0-9A-Fa-f]{1,4}";
        String last = "(?:" + group + ":" + group + "|" + IPV4 + ")";
        StringBuilder forms = new StringBuilder("(?:(?:" + group + ":){6}" + last);
        for (int before = 0; before <= 5; before++) {
            String leading = before == 0 ? "" : "(?:(?:" + group + ":){0," + (before - 1) + "}" + group + ")?";
            forms.append('|')
                    .append(leading)
                    .append("::(?:")
                    .append(group)
                    .append(":){")
                    .append(5 - before)
                    .append('}');
            forms.append(last);
        }
        forms.append("|(?:(?:" + group + ":){0,5}" + group + ")?::" + group);
        forms.append("|(?:(?:" + group + ":){0,6}" + group + ")?::");
        return forms.append(')').toString();
    }

    /** A duration (RFC 3339). */
    private static String duration() {
        String seconds = "[0-9]+S";
        String minutes = "[0-9]+M(?:" + seconds + ")?";
        String time = "T(?:[0-9]+H(?:" + minutes + ")?|" + minutes + "|" + seconds + ")";
        String months = "[0-9]+M(?:[0-9]+D)?";
        String date = "(?:[0-9]+Y(?:" + months + ")?|" + months + "|[0-9]+D)";
        return "P(?:" + date + "(?:" + time + ")?|" + time + "|[0-9]+W)";
    }

    /** A URI template (RFC 6570). */
    private static String uriTemplate() {
        String character = "(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2})";
        String name = character + "+(?:\\." + character + "+)*(?::[1-9][0-9]{0,3}|\\*)?";
        String expression = "\\{[+#./;?&=,!@|]?" + name + "(?:," + name + ")*\\}";
        String literal = "[^\\x00-\\x20\\x7F\"%<>\\\\^`{|}]";
        return "(?:" + literal + "|%[0-9A-Fa-f]{2}|" + expression + ")*";
    }
}
