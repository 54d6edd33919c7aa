package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;

import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.configuration.Value;
import java.util.List;

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

    @Override
    public String id(KeyChange change) {
        return change.key().path();
    }
}
