package io.github.orgctl.cli.parameter;

import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Conversion of a parameter's text to a value. Types come from methods rather than constants, so that a command makes
 * those it uses and no other, and are anonymous classes rather than lambdas, which start slower.
 *
 * @param <T> the value
 */
public abstract class Type<T> {
    private String label;
    private Candidates candidates;

    /**
     * A type of which completion offers nothing.
     *
     * @param label the word that stands for a value in help, such as {@code SLUG}
     */
    Type(String label) {
        this(label, Candidates.NONE);
    }

    /**
     * @param label the word that stands for a value in help, such as {@code SLUG}
     * @param candidates what completion offers
     */
    Type(String label, Candidates candidates) {
        this.label = label;
        this.candidates = candidates;
    }

    /**
     * @throws Failure USAGE when the text is malformed
     */
    public abstract T parse(String text);

    /** Says that completion offers others. */
    public final Type<T> offering(Candidates others) {
        candidates = others;
        return this;
    }

    /** Says that another word stands for a value in help. */
    public final Type<T> labelled(String other) {
        label = other;
        return this;
    }

    /** The same, or none where the text is empty. */
    public final Type<Optional<T>> optional() {
        return new OrNone<>(this);
    }

    /** Any number of values of this type, each given by itself. */
    public final Type<List<T>> many() {
        return new Many<>(this);
    }

    /** The same for values that contain no commas: several can be given at once, separated by commas. */
    public final Type<List<T>> list() {
        return new CommaSeparated<>(this);
    }

    public final String label() {
        return label;
    }

    public final Candidates candidates() {
        return candidates;
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

    private static final class OrNone<T> extends Type<Optional<T>> {
        private final Type<T> type;

        private OrNone(Type<T> type) {
            super(type.label, type.candidates);
            this.type = type;
        }

        @Override
        public Optional<T> parse(String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(type.parse(text));
        }
    }

    private static class Many<T> extends Type<List<T>> {
        private final Type<T> type;

        private Many(Type<T> type) {
            super(type.label + "…", type.candidates);
            this.type = type;
        }

        @Override
        boolean isMany() {
            return true;
        }

        @Override
        public List<T> parse(String text) {
            return List.of(type.parse(text));
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

    private static final class CommaSeparated<T> extends Many<T> {
        private CommaSeparated(Type<T> type) {
            super(type);
        }

        @Override
        List<T> parse(List<String> texts) {
            List<String> parts = new ArrayList<>();
            for (String text : texts) {
                int start = 0;
                for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', start)) {
                    parts.add(text.substring(start, comma));
                    start = comma + 1;
                }
                parts.add(text.substring(start));
            }
            return super.parse(parts);
        }
    }
}
