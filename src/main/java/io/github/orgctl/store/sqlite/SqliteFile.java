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
 * The file of a SQLite store as the file system shows it. What is told here is told before SQLite touches the file,
 * which would otherwise write to it, or leave files beside it, even where it turns out to be another program's.
 */
public final class SqliteFile {
    /** As many symbolic links as Linux follows. */
    private static final int MAX_LINKS = 40;

    private final String shown;
    private final File file;

    /**
     * @throws Failure USAGE when no file can have that path
     */
    SqliteFile(String path) {
        if (path.isBlank()) {
            throw Failure.usage("the store's path is empty", Advice.NAME_STORE.of());
        }
        File named = new File(path).getAbsoluteFile();
        shown = named.getPath();
        try {
            // SQLite puts its log beside the file itself, not beside a link to it.
            file = named.getCanonicalFile();
        } catch (IOException impossible) {
            if (path.indexOf('\0') < 0) {
                throw damaged("can't be reached: " + impossible.getMessage(), impossible);
            }
            throw new Failure(Failure.Kind.USAGE, "'" + path + "' can't be the path of a file", impossible);
        }
    }

    /** The absolute path as the user knows it, symbolic links not followed. */
    String shown() {
        return shown;
    }

    /** The file itself, symbolic links followed. */
    File file() {
        return file;
    }

    boolean exists() {
        return file.exists();
    }

    /** The log of changes that are not part of the file yet. */
    File log() {
        return new File(file.getPath() + "-wal");
    }

    /** What the processes that have the store open share. */
    File sharedMemory() {
        return new File(file.getPath() + "-shm");
    }

    /** Whether changes wait beside the file. */
    boolean hasLog() {
        return log().exists();
    }

    /** Whether the file and its folder can be written, both of which SQLite needs even to read alongside a writer. */
    boolean isWritable() {
        return file.canWrite() && file.getParentFile().canWrite();
    }

    long bytes() {
        return file.length() + log().length();
    }

    /** The file as SQLite's URI, in which no character of the path has a meaning of its own. */
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
     * The first bytes of the store.
     *
     * @param newest the highest version that this program knows
     * @throws Failure DAMAGED when the file is not a store of ours, incomplete or newer; IO when it can't be read
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
     * @throws Failure DAMAGED when this program does not know the version yet
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
     * Where the store belongs that does not exist yet: the end of a link that leads nowhere, otherwise the path itself.
     *
     * @throws Failure DAMAGED when nothing can be there, as in a loop of links; IO when it can't be told
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
