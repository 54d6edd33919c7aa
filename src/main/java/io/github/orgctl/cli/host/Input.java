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
import java.util.function.Function;

/** Input of a command besides its arguments: files, and standard input as {@code -}. */
public final class Input {
    /** Maximum number of bytes read from a source. */
    private static final int MAX_BYTES = 64 * 1024 * 1024;

    private final Host host;
    private final Messages messages;
    private final boolean interactive;

    /**
     * @param interactive whether prompts are allowed
     */
    public Input(Host host, Messages messages, boolean interactive) {
        this.host = host;
        this.messages = messages;
        this.interactive = interactive;
    }

    /** Whether standard input is a terminal, so that it can't be read to its end. */
    public boolean isTerminal() {
        return host.io().inIsTerminal();
    }

    /**
     * Refuses to write something to a terminal that is not for people.
     *
     * @throws Failure USAGE if standard output is a terminal
     */
    public void refuseTerminalOutput(String what) {
        if (host.io().outIsTerminal()) {
            throw Failure.usage(
                    what + " is not written to a terminal", "name a file, or redirect standard output: > FILE");
        }
    }

    /** Whether prompts are allowed. */
    public boolean isInteractive() {
        return interactive;
    }

    /** Value of an environment variable, which may be empty; null if it is unset. */
    public String variable(String name) {
        return host.environment().get(name);
    }

    /**
     * Prompts for a line without echo.
     *
     * @return the typed text, unmodified; null at the end of input
     */
    public String hidden(String question) {
        return new HiddenPrompt(host.io().in(), messages).ask(question);
    }

    /**
     * Asks until the answer is valid.
     *
     * @param reading parses the answer; throws a failure if it is invalid
     * @return null at the end of input
     */
    public <T> T answer(String question, Function<String, T> reading) {
        while (true) {
            String line = new LinePrompt(host.io().in(), messages).ask(question);
            if (line == null) {
                return null;
            }
            try {
                return reading.apply(line);
            } catch (Failure malformed) {
                messages.notice(malformed.getMessage());
            }
        }
    }

    /**
     * Reads the text of a file, relative to the working directory, or of standard input for {@code -}.
     *
     * @throws Failure USAGE if the file does not exist or is not UTF-8; IO if it can't be read
     */
    public String text(String path) {
        boolean standard = path.equals("-");
        String name = standard ? "standard input" : path;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(path)))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    name + " is not UTF-8 text",
                    "encode binary data, for example in base64",
                    notText);
        } catch (NoSuchFileException missing) {
            throw new Failure(Failure.Kind.USAGE, "there is no file " + path, missing);
        } catch (IOException unreadable) {
            throw new Failure(Failure.Kind.IO, "can't read " + name + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** Reads a document, without a byte order mark. */
    public String document(String path) {
        String text = text(path);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /**
     * Passes the lines of a file, or of standard input for {@code -}, which may exceed memory. Only a line feed ends a
     * line; it is not passed.
     *
     * @throws Failure as {@link #text}, except for invalid UTF-8
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
     * Streams a file, with a progress bar on a terminal.
     *
     * @param path a file, relative to the working directory, or {@code -} for standard input
     */
    public Streams streams(String path) {
        return new Streams(host, path);
    }

    /**
     * Streams a file that may be read again when a transaction is retried; standard input is kept in memory.
     *
     * @throws Failure USAGE if standard input exceeds 64 MiB; IO if it can't be read
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
     * The target file of a backup.
     *
     * @param path relative to the working directory
     * @param force whether an existing file may be replaced
     */
    public BackupFile backupFile(String path, boolean force) {
        return new BackupTarget(host.resolve(path).toAbsolutePath().normalize(), path, force);
    }

    /** Resolves a path against the working directory. */
    public Path resolve(String path) {
        return host.resolve(path);
    }

    /** Prints a warning about the input. */
    public void notice(String line) {
        messages.notice(line);
    }

    /** Reads the bytes of a file, relative to the working directory, or of standard input for {@code -}. */
    public byte[] bytes(String path) throws IOException {
        if (path.equals("-")) {
            return bytes(host.io().in(), "standard input");
        }
        try (InputStream stream = Files.newInputStream(host.resolve(path))) {
            return bytes(stream, path);
        }
    }

    /**
     * Reads the bytes of a file, or returns null if it does not exist.
     *
     * @throws Failure IO if it can't be read
     */
    public byte[] bytesIfThere(String path) {
        try {
            return bytes(path);
        } catch (NoSuchFileException missing) {
            return null;
        } catch (IOException unreadable) {
            throw new Failure(Failure.Kind.IO, "can't read " + path + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static byte[] bytes(InputStream stream, String name) throws IOException {
        // Buffered, because a process's own stream would first query its position, which fails for a pipe.
        byte[] bytes = new BufferedInputStream(stream).readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw Failure.usage(name + " is longer than 64 MiB");
        }
        return bytes;
    }
}
