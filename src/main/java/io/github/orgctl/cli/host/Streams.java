package io.github.orgctl.cli.host;

import io.github.orgctl.core.model.value.Failure;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file, or standard input, to be read from its start, with a bar on a terminal that shows how far that is. */
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
     * @param kept its content where that was read before, or null
     */
    Streams(Host host, String path, byte[] kept) {
        this.host = host;
        this.path = path;
        this.kept = kept;
    }

    /** How an error calls it. */
    public String name() {
        return path.equals("-") ? "standard input" : path;
    }

    /**
     * A stream from its start.
     *
     * @throws Failure USAGE when there is no such file; BUSY when it is standard input and was opened before
     */
    public InputStream open() throws IOException {
        return open(host.io().errIsTerminal());
    }

    /** The same without a bar, for what is answered line by line. */
    public InputStream openQuietly() throws IOException {
        return open(false);
    }

    private InputStream open(boolean withBar) throws IOException {
        if (kept != null) {
            return new ByteArrayInputStream(kept);
        }
        boolean standard = path.equals("-");
        if (standard && opened) {
            throw new Failure(
                    Failure.Kind.BUSY,
                    "the store was busy, and standard input can't be read twice",
                    "try again, or give a file");
        }
        opened = true;
        Path file = standard ? null : host.resolve(path);
        try {
            long size = standard ? -1 : Files.size(file);
            // A process's own stream would first ask where it stands, which a pipe can't say.
            InputStream stream = standard ? new BufferedInputStream(host.io().in()) : Files.newInputStream(file);
            return withBar ? ReadingProgress.shown(stream, size, host.io().err()) : stream;
        } catch (NoSuchFileException missing) {
            throw new Failure(Failure.Kind.USAGE, "there is no file " + path, missing);
        }
    }
}
