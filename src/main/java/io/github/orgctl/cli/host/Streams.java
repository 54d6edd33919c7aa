package io.github.orgctl.cli.host;

import io.github.orgctl.core.model.value.Failure;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file or standard input to be read from its start, with a progress bar on a terminal. */
public final class Streams {
    private final Host host;
    private final String path;
    private final byte[] kept;
    private boolean opened;

    /**
     * @param path {@code -} for standard input
     */
    Streams(Host host, String path) {
        this(host, path, null);
    }

    /**
     * @param kept content read before, or null
     */
    Streams(Host host, String path, byte[] kept) {
        this.host = host;
        this.path = path;
        this.kept = kept;
    }

    /** Name in error messages. */
    public String name() {
        return path.equals("-") ? "standard input" : path;
    }

    /**
     * Opens a stream at the start.
     *
     * @throws Failure USAGE if the file does not exist; BUSY if it is standard input or a pipe that was opened before
     */
    public InputStream open() throws IOException {
        return open(host.io().errIsTerminal());
    }

    /** Opens a stream without a progress bar, for input that is answered line by line. */
    public InputStream openQuietly() throws IOException {
        return open(false);
    }

    private InputStream open(boolean withBar) throws IOException {
        if (kept != null) {
            return new ByteArrayInputStream(kept);
        }
        boolean standard = path.equals("-");
        Path file = standard ? null : host.resolve(path);
        // A pipe is also consumed.
        if (opened && (standard || !Files.isRegularFile(file))) {
            throw new Failure(
                    Failure.Kind.BUSY,
                    "the store was busy, and " + name() + " can't be read twice",
                    "try again, or give a file");
        }
        opened = true;
        try {
            long size = standard ? -1 : Files.size(file);
            // Buffered, because a process's own stream would first query its position, which fails for a pipe.
            InputStream stream = standard ? new BufferedInputStream(host.io().in()) : Files.newInputStream(file);
            return withBar ? TerminalBar.reading(stream, size, host.io().err()) : stream;
        } catch (NoSuchFileException missing) {
            throw new Failure(Failure.Kind.USAGE, "there is no file " + path, missing);
        }
    }
}
