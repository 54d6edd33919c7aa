package io.github.orgctl.cli.host;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.BackupFile;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Input of a command besides its command line: files, and standard input under the name {@code -}. */
public final class Input {
    /** The highest number of bytes that are taken from one source. */
    private static final int MAX_BYTES = 64 * 1024 * 1024;

    private final Host host;
    private final Messages messages;
    private final boolean interactive;

    /**
     * @param interactive whether a person can be asked something
     */
    public Input(Host host, Messages messages, boolean interactive) {
        this.host = host;
        this.messages = messages;
        this.interactive = interactive;
    }

    /** Whether standard input is a terminal, and so nothing that could be read to its end. */
    public boolean isTerminal() {
        return host.io().inIsTerminal();
    }

    /** Whether a person can be asked something. */
    public boolean isInteractive() {
        return interactive;
    }

    /** An environment variable, which may be empty; null where it is not set. */
    public String variable(String name) {
        return host.environment().get(name);
    }

    /**
     * Asks for a line that does not appear on the terminal.
     *
     * @return what was typed, as it was; null at the end of input
     */
    public String hidden(String question) {
        return new HiddenPrompt(host.io().in(), messages).ask(question);
    }

    /**
     * The whole text of a file, relative to the working directory, or of standard input for {@code -}.
     *
     * @throws Failure USAGE when there is no such file or it is not UTF-8; IO when it can't be read
     */
    public String text(String path) {
        boolean standard = path.equals("-");
        String name = standard ? "standard input" : path;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(standard ? bytes(host.io().in(), name) : bytes(path)))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new Failure(Failure.Kind.USAGE, name + " is not UTF-8 text", notText);
        } catch (NoSuchFileException missing) {
            throw new Failure(Failure.Kind.USAGE, "there is no file " + path, missing);
        } catch (IOException unreadable) {
            throw new Failure(Failure.Kind.IO, "can't read " + name + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** The same for a document, without the mark that some editors put before a text in UTF-8. */
    public String document(String path) {
        String text = text(path);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /**
     * Passes the lines of a file, or of standard input for {@code -}, which may be longer than memory. Only a line feed ends
     * a line; what stands before it is passed.
     *
     * @throws Failure as {@link #text} does, but for what is not UTF-8
     */
    public void forEachLine(String path, Consumer<String> action) {
        try (InputStream stream = path.equals("-") ? host.io().in() : Files.newInputStream(host.resolve(path))) {
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            StringBuilder line = new StringBuilder();
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                if (c == '\n') {
                    action.accept(line.toString());
                    line.setLength(0);
                } else {
                    line.append((char) c);
                }
            }
            if (line.length() > 0) {
                action.accept(line.toString());
            }
        } catch (NoSuchFileException missing) {
            throw new Failure(Failure.Kind.USAGE, "there is no file " + path, missing);
        } catch (IOException unreadable) {
            throw new Failure(Failure.Kind.IO, "can't read " + path + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /**
     * What is read while it is taken in, with a bar on a terminal that shows how far.
     *
     * @param path a file, relative to the working directory, or {@code -} for standard input
     */
    public Streams streams(String path) {
        return new Streams(host, path);
    }

    /**
     * The same for what is read again where a transaction is run again: standard input is kept.
     *
     * @throws Failure USAGE when standard input is longer than 64 MiB; IO when it can't be read
     */
    public Streams rereadable(String path) {
        if (!path.equals("-")) {
            return streams(path);
        }
        String name = "standard input";
        try {
            return new Streams(host, path, bytes(host.io().in(), name));
        } catch (IOException unreadable) {
            throw new Failure(Failure.Kind.IO, "can't read " + name + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /**
     * A file to write a backup to.
     *
     * @param path relative to the working directory
     * @param force whether one that is there already may be replaced
     */
    public BackupFile backupFile(String path, boolean force) {
        return new BackupTarget(host.resolve(path).toAbsolutePath().normalize(), path, force);
    }

    /** A file or folder, relative to the working directory. */
    public Path resolve(String path) {
        return host.resolve(path);
    }

    /** Tells something about what was read. */
    public void notice(String line) {
        messages.notice(line);
    }

    /** The bytes of a file, relative to the working directory. */
    public byte[] bytes(String path) throws IOException {
        try (InputStream stream = Files.newInputStream(host.resolve(path))) {
            return bytes(stream, path);
        }
    }

    private static byte[] bytes(InputStream stream, String name) throws IOException {
        // A process's own stream would first ask where it stands, which a pipe can't say.
        byte[] bytes = new BufferedInputStream(stream).readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw Failure.usage(name + " is longer than 64 MiB");
        }
        return bytes;
    }
}
