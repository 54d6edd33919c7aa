package io.github.orgctl.vault;

import io.github.orgctl.core.model.configuration.SecretReference;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.SecretSource;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;

/** Reads external secrets: environment variables, files and the output of commands, with limits on time and size. */
public final class OutsideSecrets implements SecretSource {
    private static final File NOTHING = new File("/dev/null");

    private final Map<String, String> environment;
    private final File workingDirectory;
    private final Duration timeout;

    /**
     * @param environment environment variables, also passed to commands
     * @param workingDirectory working directory of commands
     * @param timeout time limit for reading a file or running a command
     */
    public OutsideSecrets(Map<String, String> environment, File workingDirectory, Duration timeout) {
        this.environment = environment;
        this.workingDirectory = workingDirectory;
        this.timeout = timeout;
    }

    @Override
    public String read(SecretReference reference) {
        return switch (reference.kind()) {
            case ENV -> variable(reference.target());
            case FILE -> file(reference.target());
            case CMD -> output(reference.target());
            case VALUE -> throw new IllegalArgumentException();
        };
    }

    private String variable(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw missing("the environment variable " + name + " is not set", "set " + name + ", and export it");
        }
        return value;
    }

    /** Reads regular files only: a pipe or a device may never end. */
    private String file(String path) {
        Path file = Path.of(path);
        try {
            if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
                throw missing(path + " is not a regular file", null);
            }
            BoundedReading reading = BoundedReading.of(() -> Files.newInputStream(file), timeout);
            return text(complete(reading, path), path);
        } catch (NoSuchFileException none) {
            throw missing("there is no file " + path, null);
        } catch (IOException unreadable) {
            throw missing("can't read the file " + path, "check its permissions");
        }
    }

    /** Discards standard error, because it may contain secret values. */
    private String output(String command) {
        String name = "the command '" + command + "'";
        try {
            ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command)
                    .directory(workingDirectory)
                    .redirectInput(NOTHING)
                    .redirectError(NOTHING);
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            try {
                BoundedReading reading = BoundedReading.of(process::getInputStream, timeout);
                byte[] printed = complete(reading, name);
                if (!reading.awaitEnd(process)) {
                    throw tooSlow(name);
                }
                int exit = process.exitValue();
                if (exit != 0) {
                    throw missing(name + " exited with " + exit, "run it by hand to see its output");
                }
                return text(printed, "the output of '" + command + "'");
            } finally {
                end(process);
            }
        } catch (IOException unstartable) {
            throw missing("can't run " + name, "check that /bin/sh exists");
        }
    }

    private byte[] complete(BoundedReading reading, String name) throws IOException {
        byte[] bytes = reading.bytes();
        if (bytes == null) {
            throw tooSlow(name);
        }
        if (bytes.length > BoundedReading.MAX_BYTES) {
            throw missing(name + " is larger than 1 MiB", null);
        }
        return bytes;
    }

    private Failure tooSlow(String name) {
        return new Failure(
                Failure.Kind.NOT_FOUND,
                name + " took longer than " + timeout.toSeconds() + " s",
                Advice.WAIT_FOR_SECRET.of());
    }

    /** Kills a command that is still running, and its descendants. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Removes the trailing newline that editors and {@code echo} add. */
    private static String text(byte[] bytes, String name) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (!text.endsWith("\n")) {
                return text;
            }
            return text.substring(0, text.length() - (text.endsWith("\r\n") ? 2 : 1));
        } catch (CharacterCodingException notText) {
            throw missing(name + " is not UTF-8 text", null);
        }
    }

    private static Failure missing(String why, String hint) {
        return new Failure(Failure.Kind.NOT_FOUND, why, hint);
    }
}
