package io.github.orgctl.cli.shape;

import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.Value;
import java.util.List;

public final class KeyChangeShape extends Shape<KeyChange> {
    public static final KeyChangeShape KEY_CHANGE = new KeyChangeShape();

    private enum Column implements Field<KeyChange> {
        CHANGE,
        KEY,
        SECRET,
        BEFORE,
        AFTER;

        @Override
        public Object of(KeyChange change) {
            return switch (this) {
                case CHANGE -> change.kind();
                case KEY -> change.key();
                case SECRET -> change.secret();
                case BEFORE -> shown(change, change.before());
                case AFTER -> shown(change, change.after());
            };
        }

        /** Without quotes what stands for a secret, so that no text of a configuration looks like it. */
        private static Object shown(KeyChange change, Value value) {
            if (value == null) {
                return null;
            }
            return change.secret() ? value.text() : new JsonText(value.json());
        }

        @Override
        public boolean inTable() {
            return this != SECRET;
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

    /** The end of a value may be all that changed. */
    @Override
    public boolean mayBeCut() {
        return false;
    }

    @Override
    public String id(KeyChange change) {
        return change.key().path();
    }
}
