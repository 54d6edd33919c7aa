package io.github.orgctl.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The files in which stores are made before they take their place, each named after the process that makes it. */
final class StoreDrafts {
    private static final String[] SIDECARS = {"-wal", "-shm", "-journal"};

    /** Where SQLite locks a file; nobody else has anything to do there. */
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

    /** Deletes a draft and what SQLite keeps beside it. */
    static void delete(Path draft) throws IOException {
        Files.deleteIfExists(draft);
        for (String sidecar : SIDECARS) {
            Files.deleteIfExists(Path.of(draft + sidecar));
        }
    }

    /** Deletes what processes have left that were killed while they made a store. */
    static void sweep(Path place) {
        String prefix = prefix(place);
        String[] names = place.getParent().toFile().list();
        if (names == null) {
            return;
        }
        for (String name : names) {
            if (name.startsWith(prefix) && isLeft(place.resolveSibling(mainFile(name)), prefix.length())) {
                // Somebody else may have been faster.
                place.resolveSibling(name).toFile().delete();
            }
        }
    }

    /** The draft that a file belongs to. */
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

    /** Whether a process holds it that can't be seen from here, as from within a container. */
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
