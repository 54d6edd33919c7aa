package io.github.orgctl.cli.format;

import io.github.orgctl.cli.host.Input;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.KeyEdit;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.configuration.ValueTemplate;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects values for keys from command-line arguments, files and standard input. */
public final class ValueInput {
    /** Conversion of text to a value. */
    public enum Form {
        /** A JSON number, boolean, list or object if it is one, otherwise a string. */
        GUESSED,
        TEXT,
        JSON,
        /** A text with references. */
        TEMPLATE
    }

    private static final String STANDARD_INPUT = "-";

    private final Input input;
    private final Form form;
    private final boolean allowEmpty;
    private final List<KeyEdit> edits = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final Set<Key> keys = new HashSet<>();
    private boolean standardInputIsRead;

    /**
     * @param allowEmpty whether standard input may be empty
     */
    public ValueInput(Input input, Form form, boolean allowEmpty) {
        this.input = input;
        this.form = form;
        this.allowEmpty = allowEmpty;
    }

    /** Adds {@code KEY=VALUE}, or {@code KEY=-} for standard input. */
    public void add(Assignment assignment) {
        boolean isRead = assignment.text().equals(STANDARD_INPUT);
        put(assignment.key(), isRead ? content(assignment) : assignment.text());
    }

    /** Adds {@code KEY=PATH}. */
    public void addFile(Assignment assignment) {
        put(assignment.key(), content(assignment));
    }

    /** The values given so far, in order. */
    public List<KeyEdit> edits() {
        return edits;
    }

    /** Warnings about the input. */
    public List<String> notices() {
        return notices;
    }

    private void put(Key key, String text) {
        if (!keys.add(key)) {
            throw Failure.usage("the key '" + key + "' is given twice", "give each key one value");
        }
        edits.add(new KeyEdit(key, value(key, text)));
    }

    private Value value(Key key, String text) {
        try {
            return switch (form) {
                case GUESSED -> ValueParser.guess(text);
                case TEXT -> Value.ofText(text);
                case JSON -> ValueParser.json(text);
                case TEMPLATE -> Value.of(ValueTemplate.parse(text), null);
            };
        } catch (Failure failure) {
            throw new Failure(failure.kind(), "'" + key + "': " + failure.getMessage(), failure.hint(), failure);
        }
    }

    /** The text without the trailing newline that editors and {@code echo} add. */
    private String content(Assignment assignment) {
        String text = input.text(assignment.text());
        if (assignment.text().equals(STANDARD_INPUT)) {
            refuseSecondReading();
            if (text.isEmpty() && !allowEmpty) {
                throw Failure.usage(
                        "standard input is empty: no value for '" + assignment.key() + "'",
                        "to set an empty string, use --allow-empty");
            }
        }
        if (!text.endsWith("\n")) {
            return text;
        }
        notices.add("removed the newline at the end of '" + assignment.key() + "'");
        return text.substring(0, text.length() - (text.endsWith("\r\n") ? 2 : 1));
    }

    private void refuseSecondReading() {
        if (standardInputIsRead) {
            throw Failure.usage("standard input can be used for only one key", "use --file KEY=PATH for the others");
        }
        standardInputIsRead = true;
    }
}
