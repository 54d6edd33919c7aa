package io.github.orgctl.cli.host;

/**
 * Versions of the program and of Java.
 *
 * @param java the version of the Java virtual machine
 * @param javaHome the folder it is installed in
 */
public record ProgramVersion(String version, String java, String javaHome) {
    /** The program that asks. */
    public static ProgramVersion running() {
        return new ProgramVersion(
                Version.VERSION, System.getProperty("java.vm.version"), System.getProperty("java.home"));
    }
}
