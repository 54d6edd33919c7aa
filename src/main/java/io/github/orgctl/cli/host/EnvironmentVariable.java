package io.github.orgctl.cli.host;

/**
 * Variables that are no settings: they have no option, and no place in a settings file. Together with those of
 * the settings they are all that the program has of its own.
 */
public enum EnvironmentVariable {
    TOKEN("the API token that acts, instead of a person", "tokens.md"),
    REQUIRE_ACTOR("refuse changes by somebody unnamed, unless it is 0", "access.md"),
    KEYSET("the file with the keys of secrets", "secrets.md"),
    PAGER("the program that pages long output, before PAGER; cat means none", "output.md"),
    ARCHIVE("off: neither use nor make the archive of classes that shortens the start", "startup.md"),
    JAVA_OPTIONS("more options for the Java virtual machine", "startup.md");

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

    /** The page of the docs that says more. */
    public String page() {
        return page;
    }
}
