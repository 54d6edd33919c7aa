package io.github.orgctl.cli.shape;

import io.github.orgctl.core.configuration.Rotation;
import java.util.List;

public final class RotationShape extends Shape<Rotation> {
    public static final RotationShape ROTATION = new RotationShape();

    private enum Column implements Field<Rotation> {
        SECRETS;

        @Override
        public Object of(Rotation rotation) {
            return rotation.secrets();
        }

        @Override
        public boolean inTable() {
            return true;
        }
    }

    private RotationShape() {
        super("rotation", List.of(Column.values()));
    }

    @Override
    public String id(Rotation rotation) {
        return Long.toString(rotation.secrets());
    }
}
