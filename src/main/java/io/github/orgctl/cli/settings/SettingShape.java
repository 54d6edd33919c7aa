package io.github.orgctl.cli.settings;

import static io.github.orgctl.cli.shape.Importance.ESSENTIAL;
import static io.github.orgctl.cli.shape.Importance.USEFUL;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Importance;
import io.github.orgctl.cli.shape.Shape;
import java.util.List;

public final class SettingShape extends Shape<SettingValue> {
    public static final SettingShape SETTING =
            new SettingShape(List.of(Column.NAME, Column.VALUE, new Hidden(Column.SOURCE)));
    /** With where each value came from. */
    public static final SettingShape EXPLAINED_SETTING = new SettingShape(List.of(Column.values()));

    private enum Column implements Field<SettingValue> {
        NAME(ESSENTIAL),
        VALUE(ESSENTIAL),
        SOURCE(USEFUL);

        private final Importance importance;

        Column(Importance importance) {
            this.importance = importance;
        }

        @Override
        public Object of(SettingValue setting) {
            return switch (this) {
                case NAME -> setting.key();
                case VALUE -> setting.value();
                case SOURCE -> setting.source();
            };
        }

        @Override
        public Importance importance() {
            return importance;
        }
    }

    /** A field that a table shows only when asked for it. */
    private record Hidden(Field<SettingValue> field) implements Field<SettingValue> {
        @Override
        public String name() {
            return field.name();
        }

        @Override
        public Object of(SettingValue setting) {
            return field.of(setting);
        }

        @Override
        public Importance importance() {
            return Importance.ON_REQUEST;
        }
    }

    private SettingShape(List<Field<SettingValue>> fields) {
        super("setting", fields);
    }

    @Override
    public String id(SettingValue setting) {
        return setting.key();
    }
}
