package io.github.orgctl.cli.dump;

import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Kind of a backup, detected from its first bytes. */
public enum BackupKind {
    SQLITE("SQLite format 3\0"),
    DUMP(DumpField.BEGINNING),
    ENCRYPTED("age-encryption.org/v1\n"),
    OTHER("");

    private final String beginning;

    BackupKind(String beginning) {
        this.beginning = beginning;
    }

    /** @throws Failure USAGE if the file does not exist; IO if it can't be read */
    public static BackupKind of(Path file, String name) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw Failure.usage(name + " is not a regular file");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return of(new String(stream.readNBytes(ENCRYPTED.beginning.length()), StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException missing) {
            throw new Failure(Failure.Kind.USAGE, "there is no file " + name, missing);
        } catch (IOException unreadable) {
            throw new Failure(Failure.Kind.IO, "can't read " + name, unreadable);
        }
    }

    private static BackupKind of(String start) {
        for (BackupKind kind : values()) {
            if (start.startsWith(kind.beginning)) {
                return kind;
            }
        }
        return OTHER;
    }
}
