package io.github.orgctl.cli.host;

import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A file to be written with permissions for its owner only.
 *
 * @param path relative to the working directory
 */
public record PrivateFile(String path, String text) {
    /**
     * @throws Failure REFUSED if it is a dangling symbolic link; IO if it can't be written
     */
    public void write(Path workingDirectory) {
        Path file = workingDirectory.resolve(path);
        AtomicFile.refuseDangling(file, path);
        try {
            new AtomicFile(file).write(true, out -> {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                return null;
            });
        } catch (IOException exception) {
            throw new Failure(Failure.Kind.IO, "can't write " + path + ": " + AtomicFile.reason(exception), exception);
        }
    }
}
