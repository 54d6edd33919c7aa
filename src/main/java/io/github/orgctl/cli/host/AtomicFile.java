package io.github.orgctl.cli.host;

import io.github.orgctl.cli.output.Holding.Hold;
import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Writes a file atomically: to a temporary file in the same directory, which then replaces the target. Symbolic links
 * are followed and kept.
 */
public final class AtomicFile {
    static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /** Maximum number of symbolic links, as in Linux. */
    private static final int MAX_LINKS = 40;

    /** Writes the content to a stream. */
    public interface Content<R> {
        R to(OutputStream out) throws IOException;
    }

    /** Writes the content to an empty file. */
    interface Draft<R> {
        R at(Path draft) throws IOException;
    }

    private final Path path;

    public AtomicFile(Path path) {
        this.path = path;
    }

    /**
     * @param ownerOnly whether only its owner may read it; otherwise an existing file keeps its permissions
     * @return the content's return value
     */
    public <R> R write(boolean ownerOnly, Content<R> content) throws IOException {
        return make(ownerOnly, draft -> {
            try (OutputStream out = Files.newOutputStream(draft)) {
                return content.to(out);
            }
        });
    }

    /** Writes content by path, and syncs it to disk before it returns. */
    <R> R writeDurably(boolean ownerOnly, Draft<R> content) throws IOException {
        R result = make(ownerOnly, draft -> {
            R written = content.at(draft);
            sync(draft, StandardOpenOption.WRITE);
            return written;
        });
        sync(target().getParent(), StandardOpenOption.READ);
        return result;
    }

    private static void sync(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    private <R> R make(boolean ownerOnly, Draft<R> content) throws IOException {
        Path target = target();
        removeLeftovers(target);
        Path draft = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid());
        Set<PosixFilePermission> kept = Files.exists(target) ? permissions(target, ownerOnly) : null;
        FileAttribute<?>[] attributes = ownerOnly || kept != null
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        Hold removing = Interrupts.PROCESS.cleaningUp(() -> draft.toFile().delete());
        try {
            Files.createFile(draft, attributes);
            R result = content.at(draft);
            if (kept != null) {
                Files.setPosixFilePermissions(draft, kept);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            return result;
        } finally {
            Files.deleteIfExists(draft);
            removing.close();
        }
    }

    /** Permissions of the existing file, as far as they may be kept. */
    private static Set<PosixFilePermission> permissions(Path target, boolean ownerOnly) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(target));
        if (ownerOnly) {
            permissions.retainAll(OWNER_ONLY);
        }
        return permissions;
    }

    /**
     * Refuses a dangling symbolic link, because its creator would determine where the file is created.
     *
     * @throws Failure REFUSED
     */
    static void refuseDangling(Path path, String name) {
        if (Files.isSymbolicLink(path) && !Files.exists(path)) {
            throw new Failure(
                    Failure.Kind.REFUSED,
                    name + " is a symbolic link to a file that doesn't exist",
                    "remove the link, or name the file it points to");
        }
    }

    /** Deletes temporary files of killed processes, since they may contain secrets. */
    private static void removeLeftovers(Path target) throws IOException {
        String prefix = "." + target.getFileName() + ".";
        String[] names = target.toAbsolutePath().getParent().toFile().list();
        for (String name : names == null ? new String[0] : names) {
            if (name.startsWith(prefix) && isOfNobody(name.substring(prefix.length()))) {
                Files.deleteIfExists(target.resolveSibling(name));
            }
        }
    }

    private static boolean isOfNobody(String process) {
        try {
            long id = Long.parseLong(process);
            // In a container a killed process may have had the same process id as this one.
            return id == ProcessHandle.current().pid() || ProcessHandle.of(id).isEmpty();
        } catch (NumberFormatException anotherFile) {
            return false;
        }
    }

    /** Resolves symbolic links, even to a missing target. */
    private Path target() throws IOException {
        Path target = path.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MAX_LINKS) {
                throw new FileSystemLoopException(target.toString());
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    /** The reason without the path of the temporary file, which the exception's message consists of. */
    public static String reason(IOException exception) {
        if (exception instanceof NoSuchFileException missing) {
            return "there is no folder " + Path.of(missing.getFile()).getParent();
        }
        if (exception instanceof AccessDeniedException) {
            return "permission denied";
        }
        boolean saysWhy = exception instanceof FileSystemException said && said.getReason() != null;
        return saysWhy ? ((FileSystemException) exception).getReason() : String.valueOf(exception.getMessage());
    }
}
