package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.core.model.configuration.DueItem;
import java.util.List;

/** Secrets, tokens and invitations that have to be renewed. */
public final class DueItemShape extends Shape<DueItem> {
    public static final DueItemShape DUE_ITEM = new DueItemShape();

    private enum Column implements Field<DueItem> {
        OVERDUE(ESSENTIAL),
        AT(ESSENTIAL),
        KIND(USEFUL),
        PLACE(ESSENTIAL),
        NAME(ESSENTIAL),
        REASON(USEFUL),
        NOTE(USEFUL);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(DueItem item) {
            return switch (this) {
                case OVERDUE -> item.overdue();
                case AT -> item.at();
                case KIND -> item.kind();
                case PLACE -> item.place();
                case NAME -> item.name();
                case REASON -> item.reason();
                case NOTE -> item.note();
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }

        @Override
        public Tone tone(DueItem item) {
            return this == OVERDUE && item.overdue() ? Tone.BAD : Tone.PLAIN;
        }
    }

    private DueItemShape() {
        super("dueItem", List.of(Column.values()));
    }

    @Override
    public String id(DueItem item) {
        return item.name();
    }
}
