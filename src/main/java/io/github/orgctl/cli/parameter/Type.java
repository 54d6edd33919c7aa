package io.github.orgctl.cli.parameter;

import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Converts a parameter's text to a value. Types are created by methods rather than constants, so that a command
 * instantiates only those it uses. They are anonymous classes rather than lambdas, which take longer to load.
 *
 * @param <T> type of the value
 */
public abstract class Type<T> {
    private String label;
    private Candidates candidates;

    /**
     * A type without completion candidates.
     *
     * @param label placeholder in help, such as {@code SLUG}
     */
    Type(String label) {
        this(label, Candidates.NONE);
    }

    /**
     * @param label placeholder in help, such as {@code SLUG}
     * @param candidates completion candidates
     */
    Type(String label, Candidates candidates) {
        this.label = label;
        this.candidates = candidates;
    }

    /**
     * @throws Failure USAGE if the text is malformed
     */
    public abstract T parse(String text);

    /** Sets the completion candidates. */
    public final Type<T> offering(Candidates others) {
        candidates = others;
        return this;
    }

    /** Sets the placeholder in help. */
    public final Type<T> labelled(String other) {
        label = other;
        return this;
    }

    /** The same type, with an empty text as no value. */
    public final Type<Optional<T>> optional() {
        return new OrNone<>(this);
    }

    /** A list of values of this type, each given separately. */
    public final Type<List<T>> many() {
        return new Many<>(this);
    }

    /** A list of values without commas: each occurrence may contain several, separated by commas. */
    public final Type<List<T>> list() {
        return new CommaSeparated<>(this);
    }

    public final String label() {
        return label;
    }

    public final Candidates candidates() {
        return candidates;
    }

    /** Whether the parameter may be repeated. */
    boolean isMany() {
        return false;
    }

    /**
     * @param texts one text per occurrence, at least one
     * @throws Failure USAGE if one is malformed
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
