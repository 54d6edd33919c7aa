package io.github.orgctl.cli.settings;

/**
 * A setting with where it came from.
 *
 * @param value null where nothing sets it
 * @param source such as {@code environment variable ORGCTL_ORG}
 * @param rank how near to the command line the source is: 0 for an option, higher for what is further away
 */
public record SettingValue(Setting setting, String value, String source, int rank) {}
