package io.github.orgctl.cli.completion;

import io.github.orgctl.cli.settings.Setting;
import io.github.orgctl.core.model.organization.ProjectReference;
import java.util.HashMap;
import java.util.Map;

/**
 * The words before the completed word.
 *
 * @param settings those that its options make
 * @param environment what it says behind {@code --env}, or by {@code --shared}; or null
 * @param mode what it says behind {@code --mode}, or null
 */
record CompletionLine(Map<Setting, String> settings, String environment, String mode) {

    private static final int FIRST_WORD = 4;
    private static final String END_OF_OPTIONS = "--";

    /**
     * Reads the words behind the first {@code --} of the completer's arguments.
     *
     * @param home what the shell will put in for a {@code ~} before a path, which nobody has put in yet; may be null
     */
    static CompletionLine of(String[] arguments, String home) {
        // An EnumMap finds the constants by reflection, which costs 6 ms on Java 25.
        Map<Setting, String> settings = new HashMap<>();
        String environment = null;
        for (int i = FIRST_WORD; i < arguments.length && !arguments[i].equals(END_OF_OPTIONS); i++) {
            String word = arguments[i];
            int equals = word.indexOf('=');
            String option = equals < 0 ? word : word.substring(0, equals);
            String value = equals >= 0 ? word.substring(equals + 1) : i + 1 < arguments.length ? arguments[i + 1] : "";
            Setting setting = named(option);
            if (setting != null) {
                boolean isExpanded = setting == Setting.STORE && equals < 0 && home != null && value.startsWith("~/");
                settings.put(setting, isExpanded ? home + value.substring(1) : value);
            } else if (option.equals("--env") || option.equals("-e")) {
                environment = value;
            } else if (option.equals("--shared")) {
                environment = ProjectReference.SHARED;
            } else if (option.equals("--from") && value.indexOf(':') > 0) {
                // What is copied from has the keys to copy.
                environment = value;
            }
        }
        String mode = settings.remove(Setting.MODE);
        return new CompletionLine(settings, environment, mode);
    }

    boolean namesMode() {
        return mode != null;
    }

    private static Setting named(String option) {
        if (option.equals("-p")) {
            return Setting.PROJECT;
        }
        for (Setting setting : Setting.values()) {
            if (option.equals(setting.option())) {
                return setting;
            }
        }
        return null;
    }
}
