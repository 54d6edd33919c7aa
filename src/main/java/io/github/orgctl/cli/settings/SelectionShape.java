package io.github.orgctl.cli.settings;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Shape;
import java.util.List;

public final class SelectionShape extends Shape<Selection> {
    public static final SelectionShape SELECTION = new SelectionShape();

    private enum Column implements Field<Selection> {
        ORGANIZATION,
        PROJECT,
        MODE;

        @Override
        public Object of(Selection selection) {
            return switch (this) {
                case ORGANIZATION -> selection.organization();
                case PROJECT -> selection.project();
                case MODE -> selection.mode();
            };
        }

        @Override
        public boolean inTable() {
            return true;
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
