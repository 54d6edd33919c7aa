package io.github.orgctl.cli.completion;

import io.github.orgctl.cli.Setting;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the line that is being completed says already.
 *
 * @param settings those that its options make
 * @param namesMode whether it has {@code --mode}
 */
record Line(Map<Setting, String> settings, boolean namesMode) {
    private static final int FIRST_WORD = 4;
    private static final String END_OF_OPTIONS = "--";

    /** Reads the words behind the first {@code --} of the completer's arguments. */
    static Line of(String[] arguments) {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        for (int i = FIRST_WORD; i < arguments.length && !arguments[i].equals(END_OF_OPTIONS); i++) {
            String word = arguments[i];
            int equals = word.indexOf('=');
            Setting setting = named(equals < 0 ? word : word.substring(0, equals));
            if (setting != null && equals >= 0) {
                settings.put(setting, word.substring(equals + 1));
            } else if (setting != null) {
                settings.put(setting, i + 1 < arguments.length ? arguments[i + 1] : "");
            }
        }
        boolean namesMode = settings.remove(Setting.MODE) != null;
        settings.remove(Setting.PROJECT);
        return new Line(settings, namesMode);
    }

    private static Setting named(String option) {
        for (Setting setting : Setting.values()) {
            if (setting.option().equals(option)) {
                return setting;
            }
        }
        return null;
    }
}
