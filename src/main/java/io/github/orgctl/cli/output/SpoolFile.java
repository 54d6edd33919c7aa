package io.github.orgctl.cli.output;

import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A temporary file used as a queue. It is unlinked after opening, so it disappears with the process. */
final class SpoolFile {
    private final FileChannel channel;
    private long read;
    private long written;

    private SpoolFile(FileChannel channel) {
        this.channel = channel;
    }

    /** Creates a file that nobody else can open. */
    static SpoolFile make() {
        try {
            // Java creates it with permissions for the owner only.
            Path path = Files.createTempFile("orgctl", null);
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Files.delete(path);
            return new SpoolFile(channel);
        } catch (IOException exception) {
            throw unwritable(exception);
        }
    }

    boolean isEmpty() {
        return read == written;
    }

    void append(byte[] bytes, int length) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
            while (buffer.hasRemaining()) {
                written += channel.write(buffer, written);
            }
        } catch (IOException exception) {
            throw unwritable(exception);
        }
    }

    /** Removes and returns bytes from the front, up to a maximum. Once all are read, the file is truncated. */
    byte[] next(int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(most, written - read));
        while (buffer.hasRemaining() && channel.read(buffer, read + buffer.position()) > 0) {
            // A single read is usually enough.
        }
        read += buffer.position();
        if (read == written) {
            channel.truncate(0);
            read = 0;
            written = 0;
        }
        return buffer.array();
    }

    private static Failure unwritable(IOException exception) {
        return new Failure(
                Failure.Kind.IO,
                "can't buffer the output in a temporary file: " + exception.getMessage(),
                "free some space in " + System.getProperty("java.io.tmpdir") + ", or write the output to a file",
                exception);
    }
}
