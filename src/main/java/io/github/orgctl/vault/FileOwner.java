package io.github.orgctl.vault;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The user a file belongs to, and who else may write it.
 *
 * @param user the number of the user
 * @param mode the permission bits
 */
public record FileOwner(long user, int mode) {
    private static final int OTHERS_WRITE = 0002;
    private static final int GROUP_WRITES = 0020;
    /** Belongs to whoever this process acts as. */
    private static final Path PROCESS = Path.of("/proc/self");

    /** The owner of a file, or of what a link leads to. */
    public static FileOwner of(Path file) throws IOException {
        return new FileOwner(number(file), (Integer) Files.getAttribute(file, "unix:mode"));
    }

    /** The owner of a link itself. */
    public static FileOwner ofLink(Path link) throws IOException {
        return new FileOwner(number(link, LinkOption.NOFOLLOW_LINKS), 0);
    }

    /** Whether the file belongs to the user who runs this program. */
    public boolean isCurrentUser() {
        return user == currentUser();
    }

    /** Whether every user of the machine may write the file. */
    public boolean isWritableByEveryone() {
        return (mode & OTHERS_WRITE) != 0;
    }

    /** Whether anybody but the owner may write the file. */
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
