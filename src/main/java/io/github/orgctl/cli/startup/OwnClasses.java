package io.github.orgctl.cli.startup;

/** The classes of this program, as it was installed when it started. */
public final class OwnClasses {
    private static final String MISSING = "no/such/file";

    private OwnClasses() {}

    /**
     * Opens the file of classes, so that a process that waits for somebody goes on with its own after the program was
     * upgraded. Java opens it only when a class is needed that the archive of classes lacks: it could be the new
     * version's file then.
     */
    public static void keep() {
        OwnClasses.class.getClassLoader().getResource(MISSING);
    }
}
