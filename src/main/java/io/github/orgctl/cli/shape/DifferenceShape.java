package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.MINOR;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;

import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.promotion.Difference;
import java.util.List;

public final class DifferenceShape extends Shape<Difference> {
    public static final DifferenceShape DIFFERENCE = new DifferenceShape();

    private enum Column implements Field<Difference> {
        CHANGE(ESSENTIAL),
        KEY(ESSENTIAL),
        SECRET(ON_REQUEST),
        /** The sandbox's value by the name it has in a comparison of revisions. */
        BEFORE(ON_REQUEST),
        /** That of live. */
        AFTER(ON_REQUEST),
        SANDBOX(ESSENTIAL),
        LIVE(ESSENTIAL),
        BASE(MINOR);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(Difference difference) {
            return switch (this) {
                case CHANGE -> difference.change();
                case KEY -> difference.key();
                case SECRET -> difference.secret();
                case BEFORE, SANDBOX -> shown(difference, difference.sandbox());
                case AFTER, LIVE -> shown(difference, difference.live());
                case BASE -> shown(difference, difference.base());
            };
        }

        /** Placeholders for secrets are without quotes, so that no string value looks like one. */
        private static Object shown(Difference difference, Value value) {
            if (value == null) {
                return null;
            }
            return difference.secret() ? value.text() : new JsonText(value.json());
        }

        @Override
        public Importance importance() {
            return importance;
        }

        @Override
        public Tone tone(Difference difference) {
            return PlannedKeyShape.tone(difference.change());
        }
    }

    private DifferenceShape() {
        super("difference", List.of(Column.values()));
    }

    @Override
    public String id(Difference difference) {
        return difference.key().path();
    }
}
