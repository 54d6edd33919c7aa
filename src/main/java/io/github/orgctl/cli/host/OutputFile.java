package io.github.orgctl.cli.host;

import io.github.orgctl.core.model.value.Failure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that a result is streamed to instead of standard output.
 *
 * @param path relative to the working directory
 * @param force whether an existing file may be replaced
 */
public record OutputFile(String path, boolean force) {
    /**
     * @return the content's return value
     * @throws Failure REFUSED if a file exists and may not be replaced; IO if it can't be written
     */
    public <R> R write(File workingDirectory, AtomicFile.Content<R> content) {
        Path file = workingDirectory.toPath().resolve(path);
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw Failure.usage(path + " is not a file", "omit -f to write to standard output");
        }
        if (Files.exists(file) && !force) {
            throw new Failure(Failure.Kind.REFUSED, path + " already exists", "to overwrite it, use --force");
        }
        try {
            return new AtomicFile(file).write(false, content);
        } catch (IOException exception) {
            throw new Failure(Failure.Kind.IO, "can't write " + path + ": " + AtomicFile.reason(exception), exception);
        }
    }
}
