package io.github.orgctl.cli.settings;

/**
 * A setting with its origin.
 *
 * @param key its name in settings files
 * @param value null if it is not set
 * @param source such as {@code environment variable ORGCTL_ORG}
 * @param rank precedence of the source: 0 for an option, higher numbers for lower precedence
 */
public record SettingValue(String key, String value, String source, int rank) {
    /** Whether it comes from something nearer to the command line than the user's file. */
    public boolean isNearerThanUser() {
        return rank < Settings.USER;
    }
}
