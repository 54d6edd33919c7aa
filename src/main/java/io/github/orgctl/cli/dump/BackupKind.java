package io.github.orgctl.cli.dump;

import io.github.orgctl.core.model.value.Failure;
import java.io.BufferedInputStream;
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
    OTHER(""),
    EMPTY("");

    private final String beginning;

    BackupKind(String beginning) {
        this.beginning = beginning;
    }

    /** @throws Failure USAGE if the file does not exist; IO if it can't be read */
    public static BackupKind of(Path file, String name) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw Failure.usage(name + " is not a regular file", "pipe it to standard input, named -");
        }
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            return of(stream);
        } catch (NoSuchFileException missing) {
            throw new Failure(Failure.Kind.USAGE, "there is no file " + name, missing);
        } catch (IOException unreadable) {
            throw new Failure(Failure.Kind.IO, "can't read " + name, unreadable);
        }
    }

    /** Looks at the next bytes of a stream that supports marks, and leaves them there. */
    static BackupKind of(InputStream stream) throws IOException {
        int longest = ENCRYPTED.beginning.length();
        stream.mark(longest);
        String start = new String(stream.readNBytes(longest), StandardCharsets.ISO_8859_1);
        stream.reset();
        if (start.isEmpty()) {
            return EMPTY;
        }
        for (BackupKind kind : values()) {
            if (start.startsWith(kind.beginning)) {
                return kind;
            }
        }
        return OTHER;
    }
}
