package io.github.orgctl.core.model.value;

import java.util.List;

/**
 * What a user can do about a failure, as data: the command line spells the commands and options of it.
 *
 * @param advice null where the words say it all
 * @param arguments what the advice is about, as the advice declares it; the words alone where there is none
 */
public record Hint(Advice advice, List<Object> arguments) {
    /**
     * A hint that needs no command and no option.
     *
     * @param words null for no hint
     */
    public static Hint words(String words) {
        return words == null ? null : new Hint(null, List.of(words));
    }

    /** The words, where they say it all, else the advice with its arguments. */
    @Override
    public String toString() {
        return advice == null ? arguments.get(0).toString() : advice + " " + arguments;
    }
}
