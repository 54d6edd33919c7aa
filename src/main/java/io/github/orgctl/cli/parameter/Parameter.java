package io.github.orgctl.cli.parameter;

import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;

/**
 * An option, flag or argument of a command: its declaration and, after parsing, its value.
 *
 * @param <T> type of the value
 */
public final class Parameter<T> implements IGetter, ISetter {
    /** Kind of a parameter on the command line. */
    public enum Kind {
        /** {@code --name VALUE}. */
        OPTION,
        /** {@code --name}, without a value. */
        FLAG,
        /** A required argument. */
        REQUIRED_ARGUMENT,
        /** An optional argument. */
        OPTIONAL_ARGUMENT,
        /** All words after {@code --}, which are another program's command line; required. */
        COMMAND
    }

    /** The text of a flag that is given. */
    public static final String SET = "true";

    private final Kind kind;
    private final List<String> names;
    private final Type<T> type;
    private final String label;
    private final String description;
    private boolean mandatory;
    private boolean valueOptional;
    private String question;
    private List<String> texts = List.of();
    private T value;

    /**
     * @param names names with hyphens, the long one last; for an argument its label
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

    /** All names of an option with hyphens, the long one last. */
    public List<String> names() {
        return names;
    }

    /** Long name of an option, or label of an argument. */
    public String name() {
        return names.get(names.size() - 1);
    }

    /** Placeholder of the value in help, or null for a flag. */
    public String label() {
        return label;
    }

    public String description() {
        return description;
    }

    public Candidates candidates() {
        return type == null ? Candidates.NONE : type.candidates();
    }

    /** Whether it may be repeated. */
    public boolean isRepeatable() {
        return type != null && type.isMany();
    }

    /** Makes an option required. */
    public Parameter<T> mandatory() {
        mandatory = true;
        return this;
    }

    /** Allows a terminal asks for it where it is missing. */
    public Parameter<T> askedFor(String prompt) {
        question = prompt;
        return this;
    }

    /** What a terminal asks where it is missing; null where it does not ask. */
    public String question() {
        return question;
    }

    /** Whether it has to be asked for. */
    public boolean isMissing() {
        return question != null && isMandatory() && !isGiven();
    }

    /**
     * Takes what was typed for its value, and returns that.
     *
     * @throws Failure USAGE when it is malformed
     */
    public T answer(String text) {
        value = type.parse(text);
        texts = List.of(text);
        return value;
    }

    /** Says that an option without a value, which is then empty. */
    public Parameter<T> withOptionalValue() {
        valueOptional = true;
        return this;
    }

    public boolean isValueOptional() {
        return valueOptional;
    }

    /** Whether it is required. */
    public boolean isMandatory() {
        return mandatory || kind == Kind.REQUIRED_ARGUMENT || kind == Kind.COMMAND;
    }

    public boolean isGiven() {
        return !texts.isEmpty();
    }

    /** The text that was given, or null. */
    public String text() {
        return texts.isEmpty() ? null : texts.get(0);
    }

    /** The value, or null if it was not given. */
    public T value() {
        return value;
    }

    /** The value, or a default if it was not given. */
    public T orElse(T other) {
        return value == null ? other : value;
    }

    /**
     * Converts the text to the value.
     *
     * @throws Failure USAGE if it is malformed; the message names the parameter
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

    /** Takes a text from the command line: one more if it may be repeated, else instead of the one before. */
    public void add(String text) {
        List<String> all = isRepeatable() && isGiven() ? texts : new ArrayList<>();
        all.add(text);
        texts = all;
    }

    // The signature is picocli's. It adds to the returned list, or creates a new one each time if there is none.
    @Override
    @SuppressWarnings({"TypeParameterUnusedInFormals", "unchecked"})
    public <V> V get() {
        return isRepeatable() && isGiven() ? (V) new ArrayList<>(texts) : null;
    }

    @Override
    public <V> V set(V parsed) {
        if (parsed instanceof List<?> several) {
            texts = texts(several);
        } else {
            texts = parsed == null ? List.of() : List.of(parsed.toString());
        }
        return null;
    }

    private static List<String> texts(List<?> several) {
        List<String> texts = new ArrayList<>(several.size());
        for (Object each : several) {
            texts.add(each.toString());
        }
        return texts;
    }
}
