package io.github.orgctl.cli.text;

/** JSON with invisible characters, and those that look like a space, escaped. */
public final class VisibleJson {
    private VisibleJson() {}

    /** Returns the same JSON with escapes in its strings. */
    public static String of(String json) {
        StringBuilder visible = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            append(visible, json.charAt(i));
        }
        return visible.toString();
    }

    /** Surrogates are not escaped, since each belongs to a pair. */
    public static void append(StringBuilder text, char c) {
        if (c >= ' ' && c <= '~' || Character.isSurrogate(c) || isShown(c)) {
            text.append(c);
        } else {
            String hex = Integer.toHexString(c);
            text.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
        }
    }

    private static boolean isShown(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> c < 0xfff0;
        };
    }
}
