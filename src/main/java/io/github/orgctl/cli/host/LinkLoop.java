package io.github.orgctl.cli.host;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;

/** Detects loops of symbolic links. */
public final class LinkLoop {
    /** The error message of the C library. */
    private static final String MESSAGE = "Too many levels of symbolic links";

    private LinkLoop() {}

    public static boolean isToldBy(IOException exception) {
        return exception instanceof FileSystemLoopException
                || exception.getMessage() != null && exception.getMessage().contains(MESSAGE);
    }

    /** Whether the path leads into a loop. */
    public static boolean isAt(File file) {
        if (!Files.isSymbolicLink(file.toPath())) {
            return false;
        }
        try {
            return file.toPath().toRealPath() == null;
        } catch (IOException exception) {
            return isToldBy(exception);
        }
    }
}
