package io.github.orgctl.core.model.value;

import java.util.List;

/**
 * What the user can do about a failure, as data. The command line spells commands and options.
 *
 * @param advice null for a hint that is plain text
 * @param arguments arguments as declared by the advice; the text alone if there is no advice
 */
public record Hint(Advice advice, List<Object> arguments) {
    /**
     * Creates a hint that mentions no command or option.
     *
     * @param words text of the hint; null for no hint
     */
    public static Hint words(String words) {
        return words == null ? null : new Hint(null, List.of(words));
    }

    /** The plain text, or the advice with its arguments. */
    @Override
    public String toString() {
        return advice == null ? arguments.get(0).toString() : advice + " " + arguments;
    }
}
