package io.github.orgctl.cli.host;

/**
 * Environment variables that are not settings: they have no option and no entry in settings files. Together with those
 * of the settings, they are all of the program's own variables.
 */
public enum EnvironmentVariable {
    TOKEN("API token to act with, instead of a member", "tokens.md"),
    REQUIRE_ACTOR("require a named actor for changes, unless it is 0", "access.md"),
    KEYSET("keyset file, with the keys that encrypt secrets", "secrets.md"),
    ACCESSIBLE("print plain lines without colours or redrawing, for screen readers, unless it is 0", "prompts.md"),
    ARCHIVE("off disables the class archive that speeds up start-up", "startup.md"),
    JAVA_OPTIONS("additional options for the Java virtual machine", "startup.md");

    private final String description;
    private final String page;

    EnvironmentVariable(String description, String page) {
        this.description = description;
        this.page = page;
    }

    public String variable() {
        return "ORGCTL_" + name();
    }

    public String description() {
        return description;
    }

    /** Documentation page with details. */
    public String page() {
        return page;
    }
}
