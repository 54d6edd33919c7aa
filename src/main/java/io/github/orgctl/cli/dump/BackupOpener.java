package io.github.orgctl.cli.dump;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.store.BackupStore;
import io.github.orgctl.vault.AgeIdentity;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Opens a backup of any kind as a store. */
public final class BackupOpener {
    /** Opens the file from its start. */
    public interface Source {
        InputStream open() throws IOException;
    }

    private final Path file;
    private final String name;
    private final Source source;
    private final AgeIdentity identity;

    /**
     * @param name name of the file in errors
     * @param identity age identity that decrypts it, or null
     */
    public BackupOpener(Path file, String name, Source source, AgeIdentity identity) {
        this.file = file;
        this.name = name;
        this.source = source;
        this.identity = identity;
    }

    /**
     * @throws Failure DAMAGED if it is not a backup, or damaged, truncated or newer; USAGE if it is encrypted and
     *     nothing decrypts it, or does not exist; IO if it can't be read
     */
    public BackupStore open() {
        return switch (BackupKind.of(file, name)) {
            case SQLITE -> BackupStore.ofFile(file, name);
            case DUMP -> dump();
            case ENCRYPTED -> decrypted();
            case OTHER -> throw new Failure(Failure.Kind.DAMAGED, name + " is not a backup of a store");
        };
    }

    private BackupStore dump() {
        try (InputStream stream = source.open()) {
            return dump(stream);
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private BackupStore decrypted() {
        if (identity == null) {
            throw Failure.usage(name + " is encrypted", "name the file with the private key: --identity FILE");
        }
        try (InputStream stream = source.open();
                InputStream plain = new BufferedInputStream(identity.decrypting(stream, name))) {
            return dump(plain);
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private BackupStore dump(InputStream stream) {
        DumpReader reader = new DumpReader(stream, name);
        return BackupStore.ofDump(reader.header(), reader, name);
    }

    private Failure unreadable(IOException cause) {
        return new Failure(Failure.Kind.IO, "can't read " + name + ": " + cause.getMessage(), cause);
    }
}
