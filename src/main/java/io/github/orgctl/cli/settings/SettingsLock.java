package io.github.orgctl.cli.settings;

import io.github.orgctl.cli.host.Host;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps commands that run at the same time from changing the user's files at once: each of them reads a file, changes what
 * it read and replaces the file, so that the change of the other would be lost.
 */
final class SettingsLock {
    /** Change of files under the lock. */
    interface Change<R> {
        R make() throws IOException;
    }

    private final Path file;

    SettingsLock(Host host) {
        file = new File(host.folder("XDG_CONFIG_HOME", ".config"), "settings.lock").toPath();
    }

    /** Waits for the others, which are quick. */
    <R> R holding(Change<R> change) throws IOException {
        // The system's lock is one of processes: the threads of one line up here.
        synchronized (SettingsLock.class) {
            PrivateFolder.create(file.getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                return held.isValid() ? change.make() : null;
            }
        }
    }
}
