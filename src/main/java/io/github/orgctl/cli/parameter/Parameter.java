package io.github.orgctl.cli.parameter;

import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;

/**
 * One option, flag or argument of a command: its declaration and, once the command line is parsed, its value.
 *
 * @param <T> the value
 */
public final class Parameter<T> implements IGetter, ISetter {
    /** Kind of a parameter on the command line. */
    public enum Kind {
        /** {@code --name VALUE}. */
        OPTION,
        /** {@code --name}, without a value. */
        FLAG,
        /** A word that must be there. */
        REQUIRED_ARGUMENT,
        /** A word that may be left out. */
        OPTIONAL_ARGUMENT,
        /** All words behind {@code --}, which are another program's and must be there. */
        COMMAND
    }

    private final Kind kind;
    private final List<String> names;
    private final Type<T> type;
    private final String label;
    private final String description;
    private boolean mandatory;
    private List<String> texts = List.of();
    private T value;

    /**
     * @param names with their hyphens, the long one last; for an argument its label alone
     * @param type null for a flag
     */
    public Parameter(Kind kind, List<String> names, Type<T> type, String label, String description) {
        this.kind = kind;
        this.names = names;
        this.type = type;
        this.label = label;
        this.description = description;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isOption() {
        return kind == Kind.OPTION || kind == Kind.FLAG;
    }

    /** All names of an option with their hyphens, the long one last. */
    public List<String> names() {
        return names;
    }

    /** The long name of an option, or an argument's label. */
    public String name() {
        return names.get(names.size() - 1);
    }

    /** The word that stands for the value in help, or null for a flag. */
    public String label() {
        return label;
    }

    public String description() {
        return description;
    }

    public Candidates candidates() {
        return type == null ? Candidates.NONE : type.candidates();
    }

    /** Whether it may be given any number of times. */
    public boolean isRepeatable() {
        return type != null && type.isMany();
    }

    /** Says that an option can't be left out. */
    public Parameter<T> mandatory() {
        mandatory = true;
        return this;
    }

    /** Whether the command line is incomplete without it. */
    public boolean isMandatory() {
        return mandatory || kind == Kind.REQUIRED_ARGUMENT || kind == Kind.COMMAND;
    }

    public boolean isGiven() {
        return !texts.isEmpty();
    }

    /** The text it was given as, or null. */
    public String text() {
        return texts.isEmpty() ? null : texts.get(0);
    }

    /** The value, or null where it was not given. */
    public T value() {
        return value;
    }

    /** The value, or another where it was not given. */
    public T orElse(T other) {
        return value == null ? other : value;
    }

    /**
     * Turns the text into the value.
     *
     * @throws Failure USAGE when it is malformed; the message names the parameter
     */
    public void convert() {
        if (texts.isEmpty() || type == null) {
            return;
        }
        try {
            value = type.parse(texts);
        } catch (Failure failure) {
            throw new Failure(failure.kind(), name() + ": " + failure.getMessage(), failure.hint(), failure);
        }
    }

    // The signature is picocli's, which adds to a list that it gets, and else makes a new one each time.
    @Override
    @SuppressWarnings({"TypeParameterUnusedInFormals", "unchecked"})
    public <V> V get() {
        return isRepeatable() && isGiven() ? (V) new ArrayList<>(texts) : null;
    }

    @Override
    public <V> V set(V parsed) {
        if (parsed instanceof List<?> several) {
            texts = several.stream().map(Object::toString).toList();
        } else {
            texts = parsed == null ? List.of() : List.of(parsed.toString());
        }
        return null;
    }
}
