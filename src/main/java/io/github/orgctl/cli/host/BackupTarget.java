package io.github.orgctl.cli.host;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.BackupFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that a backup is written to, which nobody but its owner may read.
 *
 * @param path absolute
 * @param name of the file as the user gave it
 * @param force whether one that is there already may be replaced
 */
record BackupTarget(Path path, String name, boolean force) implements BackupFile {
    /** Files with changes to the one that they are beside, which would be applied to another in its place. */
    private static final String[] BESIDE_STORE = {"-wal", "-shm", "-journal"};

    @Override
    public long write(Content content) {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw Failure.usage(name + " is not a file", "name a file");
        }
        if (Files.exists(path) && !force) {
            throw new Failure(Failure.Kind.REFUSED, name + " already exists", "to overwrite it, use --force");
        }
        for (String suffix : BESIDE_STORE) {
            if (Files.exists(path.resolveSibling(path.getFileName() + suffix))) {
                throw new Failure(
                        Failure.Kind.REFUSED,
                        name + " is in use: there is " + name + suffix + " beside it",
                        "close what uses it, or name another file");
            }
        }
        AtomicFile.refuseDangling(path, name);
        try {
            return new AtomicFile(path).writeDurably(true, draft -> {
                content.writeTo(draft);
                return Files.size(draft);
            });
        } catch (IOException exception) {
            throw new Failure(Failure.Kind.IO, "can't write " + name + ": " + AtomicFile.reason(exception), exception);
        }
    }
}
