package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;

import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.Value;
import java.util.List;
import java.util.Locale;

public final class KeyChangeShape extends Shape<KeyChange> {
    public static final KeyChangeShape KEY_CHANGE = new KeyChangeShape();

    private enum Column implements Field<KeyChange> {
        CHANGE(ESSENTIAL),
        KEY(ESSENTIAL),
        SECRET(ON_REQUEST),
        BEFORE(ESSENTIAL),
        AFTER(ESSENTIAL);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(KeyChange change) {
            return switch (this) {
                case CHANGE -> change.kind();
                case KEY -> change.key();
                case SECRET -> change.secret();
                case BEFORE -> text(change, change.before());
                case AFTER -> text(change, change.after());
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }

        @Override
        public Tone tone(KeyChange change) {
            return switch (change.kind()) {
                case ADDED -> Tone.GOOD;
                case REMOVED -> Tone.BAD;
                case CHANGED -> Tone.CAUTION;
            };
        }
    }

    private KeyChangeShape() {
        super("change", List.of(Column.values()));
    }

    private KeyChangeShape(List<Field<KeyChange>> fields) {
        super("change", fields);
    }

    /** Placeholders for secrets are without quotes, so that no string value looks like one. */
    static Object text(KeyChange change, Value value) {
        if (value == null) {
            return null;
        }
        return change.secret() ? value.text() : new JsonText(value.json());
    }

    /** The shape with columns named after the compared environments. */
    public static KeyChangeShape between(String first, String second) {
        return new KeyChangeShape(List.of(
                Column.CHANGE,
                Column.KEY,
                Column.SECRET,
                Column.BEFORE.headed(first.toUpperCase(Locale.ROOT)),
                Column.AFTER.headed(second.toUpperCase(Locale.ROOT))));
    }

    @Override
    public String id(KeyChange change) {
        return change.key().path();
    }
}
