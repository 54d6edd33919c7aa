package io.github.orgctl.cli.shape;

import io.github.orgctl.cli.text.VisibleJson;
import io.github.orgctl.core.document.PlannedChange;
import java.util.List;

public final class PlannedChangeShape extends Shape<PlannedChange> {
    public static final PlannedChangeShape PLANNED_CHANGE = new PlannedChangeShape();

    private enum Column implements Field<PlannedChange> {
        OPERATION,
        RESOURCE,
        ADDRESS,
        KEY,
        BEFORE,
        AFTER,
        GATES;

        @Override
        public Object of(PlannedChange change) {
            return switch (this) {
                case OPERATION -> change.operation();
                case RESOURCE -> change.resource();
                case ADDRESS -> change.address();
                case KEY -> change.key();
                case BEFORE -> json(change.before());
                case AFTER -> json(change.after());
                case GATES -> change.gates();
            };
        }

        private static JsonText json(String json) {
            return json == null ? null : new JsonText(VisibleJson.of(json));
        }

        @Override
        public boolean wraps() {
            return this == BEFORE || this == AFTER || this == GATES;
        }

        @Override
        public Tone tone(PlannedChange change) {
            return switch (change.operation()) {
                case CREATE -> Tone.GOOD;
                case UPDATE -> Tone.CAUTION;
                case DELETE -> Tone.BAD;
                case KEEP, ACKNOWLEDGED -> Tone.FAINT;
            };
        }
    }

    private PlannedChangeShape() {
        super("change", List.of(Column.values()));
    }

    @Override
    public String id(PlannedChange change) {
        return change.name();
    }
}
