package io.github.orgctl.cli.settings;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Importance;
import io.github.orgctl.cli.shape.Shape;
import java.util.List;

public final class SelectionShape extends Shape<Selection> {
    public static final SelectionShape SELECTION = new SelectionShape();

    private enum Column implements Field<Selection> {
        ORGANIZATION(ESSENTIAL),
        PROJECT(ESSENTIAL),
        MODE(ESSENTIAL);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(Selection selection) {
            return switch (this) {
                case ORGANIZATION -> selection.organization();
                case PROJECT -> selection.project();
                case MODE -> selection.mode();
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }
    }

    private SelectionShape() {
        super("selection", List.of(Column.values()));
    }

    @Override
    public String id(Selection selection) {
        return selection.project() == null
                ? selection.organization()
                : selection.organization() + "/" + selection.project();
    }
}
