package io.github.orgctl.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Draft files in which new stores are created, named after the process that creates them. */
final class StoreDrafts {
    private static final String[] SIDECARS = {"-wal", "-shm", "-journal"};

    /** Offset of SQLite's lock bytes, which no other program locks. */
    private static final long LOCKS_FROM = 0x40000000L;

    private static final long LOCKS = 512;

    private StoreDrafts() {}

    static Path next(Path place) {
        String process = Long.toString(ProcessHandle.current().pid());
        return place.resolveSibling(prefix(place) + process + '-' + Long.toHexString(System.nanoTime()));
    }

    private static String prefix(Path place) {
        return "." + place.getFileName() + ".new-";
    }

    /** Deletes a draft and SQLite's companion files. */
    static void delete(Path draft) throws IOException {
        Files.deleteIfExists(draft);
        for (String sidecar : SIDECARS) {
            Files.deleteIfExists(Path.of(draft + sidecar));
        }
    }

    /** Deletes drafts left behind by processes that were killed. */
    static void sweep(Path place) {
        String prefix = prefix(place);
        String[] names = place.getParent().toFile().list();
        if (names == null) {
            return;
        }
        for (String name : names) {
            if (name.startsWith(prefix) && isLeft(place.resolveSibling(mainFile(name)), prefix.length())) {
                // Another process may have deleted it first.
                place.resolveSibling(name).toFile().delete();
            }
        }
    }

    /** Name of the draft that a companion file belongs to. */
    private static String mainFile(String name) {
        for (String sidecar : SIDECARS) {
            if (name.endsWith(sidecar)) {
                return name.substring(0, name.length() - sidecar.length());
            }
        }
        return name;
    }

    private static boolean isLeft(Path draft, int processFrom) {
        String name = draft.getFileName().toString();
        int end = name.indexOf('-', processFrom);
        try {
            return end > 0
                    && ProcessHandle.of(Long.parseLong(name, processFrom, end, 10))
                            .isEmpty()
                    && !isLocked(draft);
        } catch (NumberFormatException notOurs) {
            return false;
        }
    }

    /** Whether a process that is not visible here, for example in a container, holds the draft. */
    private static boolean isLocked(Path draft) {
        if (!Files.exists(draft)) {
            return false;
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(draft, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try (FileLock lock = channel.tryLock(LOCKS_FROM, LOCKS, false)) {
                return lock == null;
            }
        } catch (IOException gone) {
            return true;
        } finally {
            if (channel != null) {
                PlainHandles.close(channel);
            }
        }
    }
}
