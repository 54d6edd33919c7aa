package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.MINOR;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;

import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.promotion.LiveChange;
import io.github.orgctl.core.model.promotion.MergedKey;
import io.github.orgctl.core.model.promotion.PlannedKey;
import java.util.List;

public final class PlannedKeyShape extends Shape<PlannedKey> {
    public static final PlannedKeyShape PLANNED_KEY = new PlannedKeyShape();

    private enum Column implements Field<PlannedKey> {
        CHANGE(ESSENTIAL),
        REASON(ON_REQUEST),
        KEY(ESSENTIAL),
        SANDBOX(ESSENTIAL),
        LIVE(ESSENTIAL),
        BASE(MINOR),
        GATES(ESSENTIAL);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(PlannedKey planned) {
            MergedKey merged = planned.merged();
            return switch (this) {
                case CHANGE -> merged.liveChange();
                case REASON -> merged.reason();
                case KEY -> merged.key();
                case SANDBOX -> json(merged.sandbox());
                case LIVE -> json(merged.live());
                case BASE -> json(merged.base());
                case GATES -> List.copyOf(planned.gates());
            };
        }

        private static JsonText json(Value value) {
            return value == null ? null : new JsonText(value.json());
        }

        @Override
        public Importance importance() {
            return importance;
        }

        @Override
        public Tone tone(PlannedKey planned) {
            return PlannedKeyShape.tone(planned.merged().liveChange());
        }
    }

    static Tone tone(LiveChange change) {
        return switch (change) {
            case ADD -> Tone.GOOD;
            case CHANGE -> Tone.CAUTION;
            case DELETE, CONFLICT -> Tone.BAD;
            case UNCHANGED -> Tone.FAINT;
        };
    }

    private PlannedKeyShape() {
        super("key", List.of(Column.values()));
    }

    @Override
    public String id(PlannedKey planned) {
        return planned.key().path();
    }
}
