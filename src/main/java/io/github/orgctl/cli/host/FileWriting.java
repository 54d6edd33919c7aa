package io.github.orgctl.cli.host;

import io.github.orgctl.core.model.value.Failure;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Puts a file where a command was told to, all of it or nothing, and replaces none that nobody agreed to. */
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
     * @throws Failure REFUSED when another file is there and may not be replaced; IO when it can't be written
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

    /** Whether there is anything to replace; if so, it was shown and agreed to. */
    private boolean mayReplace() throws IOException {
        if (!Files.isRegularFile(path)) {
            throw Failure.usage(file.path() + " is not a file", "omit -f to write to standard output");
        }
        // What is there may be of any kind: what is no UTF-8 differs, and is shown as well as it can be.
        byte[] present = Files.readAllBytes(path);
        String before = new String(present, StandardCharsets.UTF_8);
        boolean ownerOnly = AtomicFile.OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path));
        boolean isSame = Arrays.equals(present, file.text().getBytes(StandardCharsets.UTF_8));
        if (isSame && (ownerOnly || !file.isPrivate())) {
            return false;
        }
        // What only its owner may read may hold secrets, even where the new text holds none.
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
