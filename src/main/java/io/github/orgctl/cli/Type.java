package io.github.orgctl.cli;

import io.github.orgctl.core.model.Failure;
import java.util.List;

/**
 * How the text of a parameter becomes a value. The types are nested classes rather than constants, so that a command
 * loads those it uses and no other.
 *
 * @param <T> the value
 */
public abstract class Type<T> {
    /** The word that stands for a value in help, such as {@code SLUG}. */
    public abstract String label();

    /** What completion offers. */
    public Candidates candidates() {
        return Candidates.NONE;
    }

    /**
     * @throws Failure USAGE when the text is malformed
     */
    public abstract T parse(String text);

    /** Whether the parameter may be given any number of times. */
    boolean isMany() {
        return false;
    }

    /**
     * @param texts as often as the parameter was given, at least once
     * @throws Failure USAGE when one is malformed
     */
    T parse(List<String> texts) {
        return parse(texts.get(0));
    }
}
