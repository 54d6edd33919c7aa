package io.github.orgctl.core.kernel;

/** A text as a word of a command that people paste into a shell: hints and remedies name addresses, which can be odd. */
public final class ShellWord {
    private static final String PLAIN = "-_./:@%+,=";

    private ShellWord() {}

    /** The text itself, or in single quotes where a POSIX shell would make something else of it. */
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
