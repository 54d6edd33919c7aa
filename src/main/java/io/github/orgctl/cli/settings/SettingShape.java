package io.github.orgctl.cli.settings;

import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.shape.Shape;
import java.util.List;

public final class SettingShape extends Shape<SettingValue> {
    public static final SettingShape SETTING =
            new SettingShape(List.of(Column.NAME, Column.VALUE, new Hidden(Column.SOURCE)));
    /** With where each value came from. */
    public static final SettingShape EXPLAINED_SETTING = new SettingShape(List.of(Column.values()));

    private enum Column implements Field<SettingValue> {
        NAME,
        VALUE,
        SOURCE;

        @Override
        public Object of(SettingValue setting) {
            return switch (this) {
                case NAME -> setting.setting().key();
                case VALUE -> setting.value();
                case SOURCE -> setting.source();
            };
        }

        @Override
        public boolean inTable() {
            return true;
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
        public boolean inTable() {
            return false;
        }
    }

    private SettingShape(List<Field<SettingValue>> fields) {
        super("setting", fields);
    }

    @Override
    public String id(SettingValue setting) {
        return setting.setting().key();
    }
}
