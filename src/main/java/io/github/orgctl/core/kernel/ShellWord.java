package io.github.orgctl.core.kernel;

/** Quotes text for commands that users paste into a shell. Names in hints may contain special characters. */
public final class ShellWord {
    private static final String PLAIN = "-_./:@%+,=";

    private ShellWord() {}

    /** Returns the text, in single quotes if a POSIX shell would interpret it otherwise. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && PLAIN.indexOf(c) < 0) {
                return "'" + text.replace("'", "'\\''") + "'";
            }
        }
        return text;
    }
}
