package io.github.orgctl.cli.host;

import io.github.orgctl.core.model.value.Failure;
import java.io.File;

/**
 * Looks up programs in {@code PATH}.
 *
 * @param folders value of {@code PATH}
 */
record ProgramPath(String folders) {
    /** Whether a program with this name or path exists, executable or not. */
    boolean exists(String name) {
        return find(name, false);
    }

    /**
     * Requires that a program can be started.
     *
     * @throws Failure NO_PROGRAM or NOT_EXECUTABLE if it can't
     */
    void require(String name) {
        if (!find(name, true)) {
            throw exists(name) ? notExecutable(name, "Permission denied", null) : missing(name, null);
        }
    }

    static Failure missing(String name, Exception cause) {
        return new Failure(
                Failure.Kind.NO_PROGRAM,
                "there is no program '" + name + "'",
                name.indexOf('/') < 0 ? "add its folder to PATH, or give its path" : null,
                cause);
    }

    static Failure notExecutable(String name, String reason, Exception cause) {
        return new Failure(Failure.Kind.NOT_EXECUTABLE, "can't start '" + name + "': " + reason, cause);
    }

    private boolean find(String name, boolean executable) {
        if (name.indexOf('/') >= 0) {
            return fits(new File(name), executable);
        }
        for (String folder : folders.split(File.pathSeparator)) {
            if (!name.isEmpty() && fits(new File(folder.isEmpty() ? "." : folder, name), executable)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(File file, boolean executable) {
        return executable ? file.isFile() && file.canExecute() : file.exists();
    }
}
