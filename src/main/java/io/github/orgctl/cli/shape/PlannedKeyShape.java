package io.github.orgctl.cli.shape;

import io.github.orgctl.core.model.configuration.MergedKey;
import io.github.orgctl.core.model.configuration.PlannedKey;
import io.github.orgctl.core.model.configuration.Value;
import java.util.List;

public final class PlannedKeyShape extends Shape<PlannedKey> {
    public static final PlannedKeyShape PLANNED_KEY = new PlannedKeyShape();

    private enum Column implements Field<PlannedKey> {
        ACTION,
        KEY,
        SANDBOX,
        LIVE,
        BASE,
        GATES;

        @Override
        public Object of(PlannedKey planned) {
            MergedKey merged = planned.merged();
            return switch (this) {
                case ACTION -> merged.action();
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
        public boolean inTable() {
            return true;
        }

        @Override
        public Tone tone(PlannedKey planned) {
            return switch (planned.merged().action()) {
                case CARRY, TAKE -> planned.gates().isEmpty() ? Tone.GOOD : Tone.CAUTION;
                case CONFLICT -> Tone.BAD;
                case SAME, STAY, KEEP, NEVER -> Tone.FAINT;
            };
        }
    }

    private PlannedKeyShape() {
        super("key", List.of(Column.values()));
    }

    /** Texts of a confirmation are never cut. */
    @Override
    public boolean mayBeCut() {
        return false;
    }

    @Override
    public String id(PlannedKey planned) {
        return planned.key().path();
    }
}
