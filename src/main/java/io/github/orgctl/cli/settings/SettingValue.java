package io.github.orgctl.cli.settings;

/**
 * A setting with where it came from.
 *
 * @param key its name in settings files
 * @param value null where nothing sets it
 * @param source such as {@code environment variable ORGCTL_ORG}
 * @param rank how near to the command line the source is: 0 for an option, higher for what is further away
 */
public record SettingValue(String key, String value, String source, int rank) {
    /** Whether it comes from something nearer to the command line than the user's file. */
    public boolean isNearerThanUser() {
        return rank < Settings.USER;
    }
}
