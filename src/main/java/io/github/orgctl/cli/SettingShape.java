package io.github.orgctl.cli;

import io.github.orgctl.cli.output.Field;
import io.github.orgctl.cli.output.Shape;
import java.util.List;

public final class SettingShape extends Shape<SettingValue> {
    public static final SettingShape SETTING = new SettingShape(List.of(Column.NAME, Column.VALUE));
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

    private SettingShape(List<Field<SettingValue>> fields) {
        super("setting", fields);
    }

    @Override
    public String id(SettingValue setting) {
        return setting.setting().key();
    }
}
