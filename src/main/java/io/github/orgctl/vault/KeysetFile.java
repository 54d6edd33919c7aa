package io.github.orgctl.vault;

import io.github.orgctl.core.model.value.Failure;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The file that stores the keys. It is replaced atomically under a lock, and never modified in place. */
final class KeysetFile {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private static final String DRAFT = ".keyset";
    private static final String DRAFT_END = ".tmp";

    private final Path file;
    private Keys generated;

    /** A change of the keys while the file is locked. */
    interface Edit {
        /**
         * @param present current keys; null if there is no file
         * @return the new content; the current keys to leave the file unchanged
         */
        Keys of(Keys present) throws GeneralSecurityException;
    }

    KeysetFile(Path file) {
        this.file = file;
    }

    /** The keys to create if there is no file. Repeated calls return the same keys. */
    Keys generated() throws GeneralSecurityException {
        if (generated == null) {
            generated = Keys.generate();
        }
        return generated;
    }

    /** The keys created by {@link #generated}, or null. */
    Keys generatedBefore() {
        return generated;
    }

    Path path() {
        return file;
    }

    /**
     * Reads the keys; returns null if there is no file.
     *
     * @throws Failure DAMAGED if the file is readable by others or malformed; IO if it can't be read
     */
    Keys read() {
        try {
            refuseWhatIsNoFile();
            refuseForeignFile();
            refuseSharedFile();
            removeLeftovers();
            return Keys.parse(Files.readString(file));
        } catch (NoSuchFileException none) {
            return null;
        } catch (GeneralSecurityException | CharacterCodingException malformed) {
            // Without the cause, because a parser's message might quote the keys.
            throw new Failure(
                    Failure.Kind.DAMAGED,
                    "the keyset file " + file + " is malformed",
                    "restore its backup, or choose another with ORGCTL_KEYSET");
        } catch (IOException unreadable) {
            throw new Failure(
                    Failure.Kind.IO, "can't read the keyset file " + file, "check its permissions", unreadable);
        }
    }

    private void refuseWhatIsNoFile() {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new Failure(
                    Failure.Kind.DAMAGED,
                    "the keyset file " + file + " is not a file",
                    "choose another with ORGCTL_KEYSET");
        }
    }

    /** Refuses a file owned by another user, who would know the keys. Only root can open such a file. */
    private void refuseForeignFile() throws IOException {
        if (!FileOwner.of(file).isCurrentUser()) {
            throw new Failure(
                    Failure.Kind.DAMAGED,
                    "the keyset file " + file + " belongs to another user",
                    "use your own copy, change its owner with chown, or choose another with ORGCTL_KEYSET");
        }
    }

    private void refuseSharedFile() throws IOException {
        Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(file);
        for (PosixFilePermission permission : allowed) {
            if (!permission.name().startsWith("OWNER_")) {
                throw new Failure(
                        Failure.Kind.DAMAGED,
                        "the keyset file " + file + " can be read or written by other users ("
                                + PosixFilePermissions.toString(allowed) + ")",
                        "run: chmod 600 " + file);
            }
        }
    }

    /** Changes the keys under an exclusive lock and returns the resulting keys. */
    Keys edit(Edit edit) {
        refuseWhatIsNoFile();
        try {
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try (FileChannel channel = lockFile()) {
                // Held until the channel is closed.
                channel.lock();
                Keys present = read();
                Keys edited = edit.of(present);
                if (edited != present) {
                    replace(edited.json());
                }
                return edited;
            }
        } catch (GeneralSecurityException | IOException unwritable) {
            throw new Failure(
                    Failure.Kind.IO,
                    "can't write the keyset file " + file,
                    "check that you may write in " + file.getParent() + ", or choose another with ORGCTL_KEYSET",
                    unwritable);
        }
    }

    private FileChannel lockFile() throws IOException {
        return FileChannel.open(
                file.resolveSibling(file.getFileName() + ".lock"),
                EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                ownerOnly());
    }

    /** Removes temporary files left behind by killed processes. Under the lock no other process is writing one. */
    private void removeLeftovers() throws IOException {
        File folder = file.toRealPath().getParent().toFile();
        List<String> leftovers = leftovers(folder);
        if (leftovers.isEmpty() || !Files.isWritable(folder.toPath())) {
            return;
        }
        try (FileChannel channel = lockFile();
                FileLock lock = channel.tryLock()) {
            for (String name : lock == null ? List.<String>of() : leftovers) {
                Files.deleteIfExists(new File(folder, name).toPath());
            }
        } catch (OverlappingFileLockException beingEdited) {
            // Created by this process, which deletes it itself.
        }
    }

    private static List<String> leftovers(File folder) {
        List<String> leftovers = new ArrayList<>();
        String[] names = folder.list();
        for (String name : names == null ? new String[0] : names) {
            if (name.startsWith(DRAFT) && name.endsWith(DRAFT_END)) {
                leftovers.add(name);
            }
        }
        return leftovers;
    }

    /** Replaces the file and syncs it to disk first: data encrypted with a key must never outlive the key. */
    private void replace(String json) throws IOException {
        // If the file is a symbolic link, its target is replaced.
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path fresh = Files.createTempFile(target.getParent(), DRAFT, DRAFT_END, ownerOnly());
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    }
}
