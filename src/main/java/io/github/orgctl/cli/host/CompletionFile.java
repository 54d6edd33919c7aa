package io.github.orgctl.cli.host;

import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that makes a shell load completion.
 *
 * @param text what loads it: all of the file, or a marked block at its end
 * @param isStartFile whether it is a start file of the user's, which gets a block
 */
public record CompletionFile(String shell, Path path, String text, boolean isStartFile) {
    private static final String BEGIN = "# >>> orgctl completion >>>\n";
    private static final String END = "# <<< orgctl completion <<<\n";

    /**
     * Writes the file, following a symbolic link. The existing content of a start file is preserved byte for byte.
     *
     * @throws Failure IO if it can't be written
     */
    public void write() {
        try {
            byte[] before = isStartFile && Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
            byte[] added = added(before).getBytes(StandardCharsets.UTF_8);
            Files.createDirectories(path.getParent());
            new AtomicFile(path).write(false, out -> {
                out.write(before);
                out.write(added);
                return null;
            });
        } catch (IOException exception) {
            throw new Failure(Failure.Kind.IO, "can't write " + path + ": " + AtomicFile.reason(exception), exception);
        }
    }

    /** The leading empty line also ends a last line with a trailing backslash. */
    private String added(byte[] before) {
        if (!isStartFile) {
            return text;
        }
        boolean isWholeLine = before.length == 0 || before[before.length - 1] == '\n';
        return (isWholeLine ? "" : "\n") + (before.length == 0 ? "" : "\n") + BEGIN + text + END;
    }
}
