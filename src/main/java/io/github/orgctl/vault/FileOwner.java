package io.github.orgctl.vault;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A file's owner and permissions.
 *
 * @param user the owner's user id
 * @param mode the permission bits
 */
public record FileOwner(long user, int mode) {
    private static final int OTHERS_WRITE = 0002;
    private static final int GROUP_WRITES = 0020;
    /** A path owned by this process's effective user. */
    private static final Path PROCESS = Path.of("/proc/self");

    /** Reads the owner of a file; symbolic links are followed. */
    public static FileOwner of(Path file) throws IOException {
        return new FileOwner(number(file), (Integer) Files.getAttribute(file, "unix:mode"));
    }

    /** Reads the owner of a symbolic link itself. */
    public static FileOwner ofLink(Path link) throws IOException {
        return new FileOwner(number(link, LinkOption.NOFOLLOW_LINKS), 0);
    }

    /** Whether this process's effective user owns the file. */
    public boolean isCurrentUser() {
        return user == currentUser();
    }

    /** Whether all users of the machine may write the file. */
    public boolean isWritableByEveryone() {
        return (mode & OTHERS_WRITE) != 0;
    }

    /** Whether anyone but the owner may write the file. */
    public boolean isWritableByOthers() {
        return (mode & (OTHERS_WRITE | GROUP_WRITES)) != 0;
    }

    private static long currentUser() {
        try {
            return number(PROCESS);
        } catch (IOException noSuchFileSystem) {
            return new UnixSystem().getUid();
        }
    }

    private static long number(Path file, LinkOption... options) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid", options);
    }
}
