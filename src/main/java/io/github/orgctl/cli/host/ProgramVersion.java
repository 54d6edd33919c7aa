package io.github.orgctl.cli.host;

/**
 * Versions of the program and of Java.
 *
 * @param java version of the Java virtual machine
 * @param javaHome its installation directory
 */
public record ProgramVersion(String version, String java, String javaHome) {
    /** The running program. */
    public static ProgramVersion running() {
        return new ProgramVersion(
                Version.VERSION, System.getProperty("java.vm.version"), System.getProperty("java.home"));
    }
}
