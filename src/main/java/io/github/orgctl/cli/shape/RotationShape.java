package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;

import io.github.orgctl.core.configuration.Rotation;
import java.util.List;

public final class RotationShape extends Shape<Rotation> {
    public static final RotationShape ROTATION = new RotationShape();

    private enum Column implements Field<Rotation> {
        SECRETS(ESSENTIAL);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(Rotation rotation) {
            return rotation.secrets();
        }

        @Override
        public Importance importance() {
            return importance;
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
