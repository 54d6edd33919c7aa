package io.github.orgctl.cli.shape;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Value;
import java.util.List;
import java.util.Map;

public final class KeyValueShape extends Shape<Map.Entry<Key, Value>> {
    public static final KeyValueShape KEY_VALUE = new KeyValueShape();

    private enum Column implements Field<Map.Entry<Key, Value>> {
        KEY(ESSENTIAL),
        VALUE(ESSENTIAL);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(Map.Entry<Key, Value> entry) {
            return switch (this) {
                case KEY -> entry.getKey();
                case VALUE -> new JsonText(entry.getValue().json());
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }
    }

    private KeyValueShape() {
        super("value", List.of(Column.values()));
    }

    @Override
    public String id(Map.Entry<Key, Value> entry) {
        return entry.getKey().path();
    }
}
