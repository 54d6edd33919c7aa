package io.github.orgctl.cli.dump;

import io.github.orgctl.cli.host.Streams;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.store.BackupStore;
import io.github.orgctl.vault.AgeIdentity;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Reads a backup of any kind into a temporary store. */
public final class BackupOpener {
    private final Path file;
    private final Streams source;
    private final AgeIdentity identity;

    /**
     * @param file the backup's file, or null for standard input
     * @param identity age identity that decrypts it, or null
     */
    public BackupOpener(Path file, Streams source, AgeIdentity identity) {
        this.file = file;
        this.source = source;
        this.identity = identity;
    }

    /**
     * @throws Failure DAMAGED if it is not a backup, or damaged, truncated or newer; USAGE if it is encrypted and
     *     nothing decrypts it, or does not exist; IO if it can't be read
     */
    public void readInto(BackupStore backup) {
        // SQLite reads a file by its path, since its log belongs to it.
        if (file != null && BackupKind.of(file, source.name()) == BackupKind.SQLITE) {
            backup.copy(file);
            return;
        }
        try (InputStream stream = new BufferedInputStream(source.open())) {
            read(stream, backup);
        } catch (IOException unreadable) {
            throw new Failure(
                    Failure.Kind.IO, "can't read " + source.name() + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private void read(InputStream stream, BackupStore backup) throws IOException {
        switch (BackupKind.of(stream)) {
            case SQLITE -> backup.copy(stream);
            case DUMP -> load(stream, backup);
            case ENCRYPTED -> decrypt(stream, backup);
            case EMPTY ->
                throw new Failure(
                        Failure.Kind.DAMAGED,
                        source.name() + " is empty",
                        file == null ? "check the command that it comes from" : "name another file");
            case OTHER -> throw new Failure(Failure.Kind.DAMAGED, source.name() + " is not a backup of a store");
        }
    }

    private void decrypt(InputStream stream, BackupStore backup) throws IOException {
        if (identity == null) {
            throw Failure.usage(source.name() + " is encrypted", "name the file with the private key: --identity FILE");
        }
        try (InputStream plain = new BufferedInputStream(identity.decrypting(stream, source.name()))) {
            load(plain, backup);
        }
    }

    private void load(InputStream stream, BackupStore backup) {
        DumpReader reader = new DumpReader(stream, source.name());
        backup.load(reader.header(), reader);
    }
}
