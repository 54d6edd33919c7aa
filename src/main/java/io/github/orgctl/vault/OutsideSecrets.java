package io.github.orgctl.vault;

import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.SecretReference;
import io.github.orgctl.core.port.SecretSource;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/** Reads secrets from environment variables, files, and what commands print. */
public final class OutsideSecrets implements SecretSource {
    private static final File NOTHING = new File("/dev/null");

    private final Map<String, String> environment;
    private final File workingDirectory;

    /**
     * @param environment the variables, for commands as well
     * @param workingDirectory where commands run
     */
    public OutsideSecrets(Map<String, String> environment, File workingDirectory) {
        this.environment = environment;
        this.workingDirectory = workingDirectory;
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

    private static String file(String path) {
        try {
            return text(Files.readAllBytes(Path.of(path)), path);
        } catch (NoSuchFileException none) {
            throw missing("there is no file " + path, null);
        } catch (IOException unreadable) {
            throw missing("can't read the file " + path, "check its permissions");
        }
    }

    /** What it writes to standard error is not shown, since nobody knows what that holds. */
    private String output(String command) {
        try {
            ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command)
                    .directory(workingDirectory)
                    .redirectInput(NOTHING)
                    .redirectError(NOTHING);
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            byte[] printed = process.getInputStream().readAllBytes();
            int exit = process.waitFor();
            if (exit != 0) {
                throw missing(
                        "the command '" + command + "' exited with " + exit, "run it by hand to see what it says");
            }
            return text(printed, "the output of '" + command + "'");
        } catch (IOException unstartable) {
            throw missing("can't run the command '" + command + "'", "check that there is a /bin/sh");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw missing("interrupted while running '" + command + "'", null);
        }
    }

    /** Without the newline at its end, which editors and {@code echo} put there. */
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
            throw missing(name + " is not text in UTF-8", null);
        }
    }

    private static Failure missing(String why, String hint) {
        return new Failure(Failure.Kind.NOT_FOUND, why, hint);
    }
}
