package io.github.orgctl.store;

import io.github.orgctl.core.model.Failure;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The file of a SQLite store as the file system shows it. What is told here is told before SQLite touches the file,
 * which would otherwise write to it, or leave files beside it, even where it turns out to be another program's.
 */
final class SqliteFile {
    /** Marks a file as ours; reads {@code orgc} as text. */
    static final int APPLICATION_ID = 0x6f726763;

    private static final int HEADER_BYTES = 100;
    private static final String MAGIC = "SQLite format 3\0";
    private static final int CHANGE_COUNTER = 24;
    private static final int PAGES = 28;
    private static final int USER_VERSION = 60;
    private static final int APPLICATION = 68;
    private static final int PAGES_VALID_FOR = 92;

    private final String shown;
    private final File file;

    /**
     * @throws Failure USAGE when no file can have that path
     */
    SqliteFile(String path) {
        if (path.isBlank()) {
            throw Failure.usage("the store's path is empty", "name a file with --store or ORGCTL_STORE");
        }
        try {
            File named = new File(path).getAbsoluteFile();
            shown = named.getPath();
            // SQLite puts its log beside the file itself, not beside a link to it.
            file = named.getCanonicalFile();
        } catch (IOException impossible) {
            throw new Failure(Failure.Kind.USAGE, "'" + path + "' can't be the path of a file", null, impossible);
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

    /** Whether changes wait beside the file, in a log that is not part of it yet. */
    boolean hasLog() {
        return new File(file.getPath() + "-wal").exists();
    }

    /** Whether the file and its folder can be written, both of which SQLite needs even to read alongside a writer. */
    boolean isWritable() {
        return file.canWrite() && file.getParentFile().canWrite();
    }

    long bytes() {
        return file.length() + new File(file.getPath() + "-wal").length();
    }

    /** The file as SQLite's URI, in which no character of the path has a meaning of its own. */
    static String uri(File file) {
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
     * The version of the store's structure, from its first bytes.
     *
     * @param newest the highest version that this program knows
     * @throws Failure DAMAGED when the file is not a store of ours, incomplete or newer
     */
    int version(int newest) {
        if (!file.isFile()) {
            throw damaged(file.isDirectory() ? "is a directory" : "is not a regular file", null);
        }
        byte[] header = header();
        if (header.length == 0) {
            throw damaged("is empty, so not a store", null);
        }
        if (header.length < HEADER_BYTES || !startsWithMagic(header) || number(header, APPLICATION) != APPLICATION_ID) {
            throw damaged("is another program's file, not a store", null);
        }
        int version = number(header, USER_VERSION);
        if (version < 1) {
            throw damaged("has lost the version of its structure", null);
        }
        rejectNewer(version, newest);
        if (!hasLog() && length(header) > file.length()) {
            throw damaged("is truncated: " + file.length() + " of " + length(header) + " bytes are left", null);
        }
        return version;
    }

    /**
     * @throws Failure DAMAGED when this program does not know the version yet
     */
    void rejectNewer(int version, int newest) {
        if (version > newest) {
            throw new Failure(
                    Failure.Kind.DAMAGED,
                    "the store " + shown + " was made by a newer orgctl (version " + version + " of its structure, "
                            + newest + " is known here)",
                    "install the newest orgctl");
        }
    }

    private byte[] header() {
        try (FileInputStream stream = new FileInputStream(file)) {
            return stream.readNBytes(HEADER_BYTES);
        } catch (IOException unreadable) {
            throw damaged("can't be read", unreadable);
        }
    }

    private static boolean startsWithMagic(byte[] header) {
        for (int i = 0; i < MAGIC.length(); i++) {
            if (header[i] != MAGIC.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** How long the header says the file is, or 0 where it doesn't know. */
    private static long length(byte[] header) {
        int pageSize = (header[16] & 0xff) << 8 | header[17] & 0xff;
        boolean known = number(header, CHANGE_COUNTER) == number(header, PAGES_VALID_FOR);
        return known ? (number(header, PAGES) & 0xffffffffL) * (pageSize == 1 ? 65536 : pageSize) : 0;
    }

    private static int number(byte[] header, int offset) {
        return (header[offset] & 0xff) << 24
                | (header[offset + 1] & 0xff) << 16
                | (header[offset + 2] & 0xff) << 8
                | header[offset + 3] & 0xff;
    }

    /**
     * Where the store belongs that does not exist yet: the end of a link that leads nowhere, otherwise the path itself.
     *
     * @throws Failure DAMAGED when it can't be told whether there is one
     */
    Path place() {
        try {
            Path place = file.toPath();
            while (Files.isSymbolicLink(place)) {
                place = place.resolveSibling(Files.readSymbolicLink(place));
            }
            if (Files.notExists(place)) {
                return place;
            }
        } catch (IOException | InvalidPathException unreadable) {
            throw damaged("can't be read", unreadable);
        }
        throw damaged("can't be reached", null);
    }

    private Failure damaged(String what, Exception cause) {
        String hint = "--store or ORGCTL_STORE names another; the file was left as it is";
        return new Failure(Failure.Kind.DAMAGED, "the store " + shown + " " + what, hint, cause);
    }
}
