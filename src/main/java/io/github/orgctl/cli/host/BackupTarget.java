package io.github.orgctl.cli.host;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.BackupFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The target file of a backup, with permissions for its owner only.
 *
 * @param path absolute path
 * @param name file name as given by the user
 * @param force whether an existing file may be replaced
 */
record BackupTarget(Path path, String name, boolean force) implements BackupFile {
    /** Suffixes of SQLite's companion files, which would be applied to a new file in the same place. */
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
