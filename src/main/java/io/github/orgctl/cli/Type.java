package io.github.orgctl.cli;

import io.github.orgctl.core.model.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How the text of a parameter becomes a value. Types come from methods rather than constants, so that a command makes
 * those it uses and no other.
 *
 * @param <T> the value
 */
public class Type<T> {
    private final String label;
    private final Candidates candidates;
    private final Function<String, T> parser;

    private Type(String label, Candidates candidates, Function<String, T> parser) {
        this.label = label;
        this.candidates = candidates;
        this.parser = parser;
    }

    /**
     * @param label the word that stands for a value in help, such as {@code SLUG}
     * @param parser throws {@link Failure} USAGE when the text is malformed
     */
    static <T> Type<T> of(String label, Function<String, T> parser) {
        return of(label, Candidates.NONE, parser);
    }

    /**
     * @param candidates what completion offers
     */
    static <T> Type<T> of(String label, Candidates candidates, Function<String, T> parser) {
        return new Type<>(label, candidates, parser);
    }

    /** The same, of which completion offers others. */
    public Type<T> offering(Candidates others) {
        return new Type<>(label, others, parser);
    }

    /** The same under another label. */
    public Type<T> labelled(String other) {
        return new Type<>(other, candidates, parser);
    }

    /** Any number of values of this type, each given by itself. */
    public Type<List<T>> many() {
        return new Many<>(this);
    }

    /** The word that stands for a value in help. */
    public String label() {
        return label;
    }

    /** What completion offers. */
    public Candidates candidates() {
        return candidates;
    }

    /**
     * @throws Failure USAGE when the text is malformed
     */
    public T parse(String text) {
        return parser.apply(text);
    }

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

    private static final class Many<T> extends Type<List<T>> {
        private final Type<T> type;

        private Many(Type<T> type) {
            super(type.label + "…", type.candidates, text -> List.of(type.parse(text)));
            this.type = type;
        }

        @Override
        boolean isMany() {
            return true;
        }

        @Override
        List<T> parse(List<String> texts) {
            List<T> values = new ArrayList<>(texts.size());
            for (String text : texts) {
                values.add(type.parse(text));
            }
            return values;
        }
    }
}
