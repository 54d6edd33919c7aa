package io.github.orgctl.cli.host;

/** The version of this program, filled in by the build: a constant costs nothing at start-up. */
public final class Version {
    public static final String VERSION = "${project.version}";

    private Version() {}
}
