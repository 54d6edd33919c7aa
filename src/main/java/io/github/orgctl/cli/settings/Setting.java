package io.github.orgctl.cli.settings;

/** Settings that replace options. The only list of settings and their variables. */
public enum Setting {
    STORE("store", "ORGCTL_STORE", "the store: a file or a postgresql:// URL"),
    ORG("org", "ORGCTL_ORG", "the current organization"),
    PROJECT("project", "ORGCTL_PROJECT", "the current project: PROJECT or ORG/PROJECT"),
    MODE("mode", "ORGCTL_MODE", "the default mode; changing live always requires naming live"),
    ACTOR("actor", "ORGCTL_ACTOR", "the acting member's e-mail address (default: the local operator)"),
    OUTPUT("output", "ORGCTL_OUTPUT", "the output format"),
    WAIT("wait", "ORGCTL_WAIT", "maximum time to wait for other changes to the store"),
    TIME("time", "ORGCTL_TIME", "how tables on a terminal show times: utc, local or relative"),
    COLOR("color", "ORGCTL_COLOR", "when to use colours: always, never or auto"),
    PAGER("pager", "ORGCTL_PAGER", "pager for long output, takes precedence over PAGER; cat for none");

    private final String key;
    private final String variable;
    private final String description;

    Setting(String key, String variable, String description) {
        this.key = key;
        this.variable = variable;
        this.description = description;
    }

    /** Its name in settings files. */
    public String key() {
        return key;
    }

    /** The option that sets it, or null. */
    public String option() {
        return switch (this) {
            case ACTOR -> "--as";
            case PAGER -> null;
            default -> "--" + key;
        };
    }

    /** The setting with this name in settings files, or null. */
    public static Setting named(String key) {
        for (Setting setting : values()) {
            if (setting.key.equals(key)) {
                return setting;
            }
        }
        return null;
    }

    /** The environment variable that sets it. */
    public String variable() {
        return variable;
    }

    public String description() {
        return description;
    }
}
