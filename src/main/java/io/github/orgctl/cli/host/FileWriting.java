package io.github.orgctl.cli.host;

import io.github.orgctl.core.model.value.Failure;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Writes a command's output file atomically, and replaces existing files only with consent. */
public final class FileWriting {
    private final WrittenFile file;
    private final Path path;
    private final Messages messages;

    public FileWriting(WrittenFile file, File workingDirectory, Messages messages) {
        this.file = file;
        this.path = workingDirectory.toPath().resolve(file.path());
        this.messages = messages;
    }

    /**
     * @throws Failure REFUSED if another file exists and may not be replaced; IO if it can't be written
     */
    public void run() {
        if (file.isPrivate()) {
            AtomicFile.refuseDangling(path, file.path());
        }
        try {
            if (Files.exists(path) && !mayReplace()) {
                messages.notice("nothing to write: " + file.path() + " is up to date");
            } else {
                write();
                messages.notice("written to " + file.path());
            }
        } catch (IOException exception) {
            throw new Failure(
                    Failure.Kind.IO, "can't write " + file.path() + ": " + AtomicFile.reason(exception), exception);
        }
    }

    /** Shows the difference from an existing file, and returns whether to replace it; false if it is up to date. */
    private boolean mayReplace() throws IOException {
        if (!Files.isRegularFile(path)) {
            throw Failure.usage(file.path() + " is not a file", "omit -f to write to standard output");
        }
        // The existing file may be of any kind: invalid UTF-8 counts as a difference and is shown approximately.
        byte[] present = Files.readAllBytes(path);
        String before = new String(present, StandardCharsets.UTF_8);
        boolean ownerOnly = AtomicFile.OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path));
        boolean isSame = Arrays.equals(present, file.text().getBytes(StandardCharsets.UTF_8));
        if (isSame && (ownerOnly || !file.isPrivate())) {
            return false;
        }
        // A file with permissions for its owner only may contain secrets, even if the new text contains none.
        messages.difference(
                ownerOnly || file.isPrivate()
                        ? TextDifference.masked(file.path(), before, file.text(), file.publicText(), file.names())
                        : TextDifference.between(file.path(), before, file.text()));
        if (!file.force()) {
            throw new Failure(Failure.Kind.REFUSED, file.path() + " already exists", "to overwrite it, use --force");
        }
        return true;
    }

    private void write() throws IOException {
        new AtomicFile(path).write(file.isPrivate(), out -> {
            out.write(file.text().getBytes(StandardCharsets.UTF_8));
            return null;
        });
    }
}
