package io.github.orgctl.store.sqlite;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Checks that a store's file has a single name. SQLite derives the log's name from the path it opens: processes that
 * use different names of one file use separate logs and destroy each other's changes.
 */
final class StoreNames {
    private static final Path MOUNTS = Path.of("/proc/self/mountinfo");
    private static final int MOUNT_POINT = 4;

    private final File file;

    /**
     * @param file an existing file
     */
    StoreNames(File file) {
        this.file = file;
    }

    /** Description of the problem, or null. */
    String problem() {
        try {
            if (isLinked()) {
                return "the file has more than one name (a hard link)";
            }
            return isMountPoint() ? "the file is mounted without its folder" : null;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            // Not available on this system.
            return null;
        }
    }

    private boolean isLinked() throws IOException {
        return (Integer) Files.getAttribute(file.toPath(), "unix:nlink") > 1;
    }

    private boolean isMountPoint() throws IOException {
        if (!Files.exists(MOUNTS)) {
            return false;
        }
        String path = escaped(file.getPath());
        for (String mount : Files.readAllLines(MOUNTS, StandardCharsets.ISO_8859_1)) {
            if (path.equals(mount.split(" ")[MOUNT_POINT])) {
                return true;
            }
        }
        return false;
    }

    /** Escapes a path the way the kernel does in its mount table. */
    private static String escaped(String path) {
        return new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                .replace("\\", "\\134")
                .replace(" ", "\\040")
                .replace("\t", "\\011")
                .replace("\n", "\\012");
    }
}
