package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.ON_REQUEST;

import io.github.orgctl.core.model.configuration.NotedValue;
import java.util.List;

public final class NotedValueShape extends Shape<NotedValue> {
    public static final NotedValueShape NOTED_VALUE = new NotedValueShape();

    private enum Column implements Field<NotedValue> {
        KEY(ESSENTIAL),
        VALUE(ESSENTIAL),
        NOTE(ON_REQUEST);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(NotedValue noted) {
            return switch (this) {
                case KEY -> noted.key();
                case VALUE -> new JsonText(noted.value().json());
                case NOTE -> noted.note().value();
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }

        @Override
        public boolean wraps() {
            return this == NOTE;
        }
    }

    private NotedValueShape() {
        super("value", List.of(Column.values()));
    }

    @Override
    public String id(NotedValue noted) {
        return noted.key().path();
    }
}
