package io.github.orgctl.store.sqlite;

import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The file of a SQLite store, examined without SQLite. These checks run before SQLite opens the file, because opening
 * could write to it or create files beside it even if it belongs to another program.
 */
public final class SqliteFile {
    /** Maximum number of symbolic links, as in Linux. */
    private static final int MAX_LINKS = 40;

    /** Increment by which SQLite grows its shared memory. */
    private static final int SHARED_MEMORY_BYTES = 32768;

    private final String shown;
    private final File file;

    /**
     * @throws Failure USAGE if the path is not a valid file path
     */
    SqliteFile(String path) {
        this(path, null);
    }

    /**
     * @param name name of the store in error messages; null for its path
     * @throws Failure USAGE if the path is not a valid file path
     */
    SqliteFile(String path, String name) {
        if (path.isBlank()) {
            throw Failure.usage("the store's path is empty", Advice.NAME_STORE.of());
        }
        File named = new File(path).getAbsoluteFile();
        shown = name == null ? named.getPath() : name;
        try {
            // SQLite puts its write-ahead log next to the file itself, not next to a symbolic link.
            file = named.getCanonicalFile();
        } catch (IOException impossible) {
            if (path.indexOf('\0') < 0) {
                throw damaged("can't be reached: " + impossible.getMessage(), impossible);
            }
            throw new Failure(Failure.Kind.USAGE, "'" + path + "' is not a valid file path", impossible);
        }
    }

    /** The absolute path as given by the user; symbolic links are not resolved. */
    String shown() {
        return shown;
    }

    /** The file with symbolic links resolved. */
    File file() {
        return file;
    }

    boolean exists() {
        return file.exists();
    }

    /** Identity of the file, which distinguishes it from a replacement. All missing files are equal. */
    Object identity() {
        try {
            Object key = Files.readAttributes(file.toPath(), BasicFileAttributes.class)
                    .fileKey();
            return key == null ? file : key;
        } catch (IOException gone) {
            return new Object();
        }
    }

    /** The write-ahead log ({@code -wal}). */
    File log() {
        return new File(file.getPath() + "-wal");
    }

    /** The shared memory of the processes that have the store open ({@code -shm}). */
    File sharedMemory() {
        return new File(file.getPath() + "-shm");
    }

    /** Whether there is a write-ahead log. */
    boolean hasLog() {
        return log().exists();
    }

    /** Whether the file and its directory are writable. SQLite needs both even for reading alongside a writer. */
    boolean isWritable() {
        return file.canWrite() && file.getParentFile().canWrite();
    }

    /** Whether the shared memory exists or fits on the disk. */
    boolean canShareMemory() {
        return sharedMemory().length() >= SHARED_MEMORY_BYTES
                || file.getParentFile().getUsableSpace() >= SHARED_MEMORY_BYTES;
    }

    long bytes() {
        return file.length() + log().length();
    }

    /** The file as an SQLite URI, with special characters escaped. */
    public static String uri(File file) {
        String path = File.separatorChar == '/'
                ? file.getPath()
                : '/' + file.getPath().replace(File.separatorChar, '/');
        StringBuilder uri = new StringBuilder("file:");
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '-' && c <= '9' || c == '_') {
                uri.append(c);
            } else {
                uri.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            }
        }
        return uri.toString();
    }

    /**
     * Reads the header of the store.
     *
     * @param newest newest schema version that this program supports
     * @throws Failure DAMAGED if the file is not an orgctl store, truncated or newer; IO if it can't be read
     */
    SqliteHeader header(int newest) {
        if (!file.isFile()) {
            throw damaged(file.isDirectory() ? "is a directory" : "is not a regular file", null);
        }
        SqliteHeader header = readHeader();
        if (header.isEmpty()) {
            throw damaged("is empty, not a store", null);
        }
        if (!header.isOurs()) {
            throw damaged("is another program's file, not a store", null);
        }
        if (header.userVersion() < 1) {
            throw damaged("has no schema version", null);
        }
        rejectNewer(header.userVersion(), newest);
        if (!hasLog() && header.fileLength() > file.length()) {
            throw damaged("is truncated: " + file.length() + " of " + header.fileLength() + " bytes remain", null);
        }
        return header;
    }

    /**
     * @throws Failure DAMAGED if the version is newer than this program supports
     */
    void rejectNewer(int version, int newest) {
        if (version > newest) {
            throw new Failure(
                    Failure.Kind.DAMAGED,
                    "the store " + shown + " was created by a newer orgctl (schema version " + version + "; " + newest
                            + " is supported)",
                    "upgrade orgctl");
        }
    }

    /** Whether the file has orgctl's application id. */
    boolean isOurs() {
        return file.isFile() && readHeader().isOurs();
    }

    private SqliteHeader readHeader() {
        FileInputStream stream = null;
        try {
            stream = new FileInputStream(file);
            return new SqliteHeader(stream.readNBytes(SqliteHeader.BYTES));
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        } finally {
            if (stream != null) {
                PlainHandles.close(stream);
            }
        }
    }

    /**
     * Path at which a missing store is to be created: the target of a dangling symbolic link, otherwise the path
     * itself.
     *
     * @throws Failure DAMAGED if nothing can be created there, as with a loop of links; IO if it can't be determined
     */
    Path place() {
        try {
            Path place = file.toPath();
            for (int links = 0; Files.isSymbolicLink(place); links++) {
                if (links == MAX_LINKS) {
                    throw damaged("can't be reached: Too many levels of symbolic links", null);
                }
                place = place.resolveSibling(Files.readSymbolicLink(place));
            }
            Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            throw damaged("can't be reached", null);
        } catch (NoSuchFileException missing) {
            return Path.of(missing.getFile());
        } catch (AccessDeniedException forbidden) {
            throw unreadable(forbidden);
        } catch (IOException | InvalidPathException unreachable) {
            throw damaged("can't be reached", unreachable);
        }
    }

    private Failure unreadable(IOException cause) {
        return new Failure(
                Failure.Kind.IO,
                "the store " + shown + " can't be read",
                "check the permissions of the file and its folder",
                cause);
    }

    Failure damaged(String what, Exception cause) {
        return new Failure(
                Failure.Kind.DAMAGED, "the store " + shown + " " + what, Advice.NAME_OTHER_STORE.of(), cause);
    }
}
