package io.github.orgctl.cli.host;

import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A text to be edited, in a private temporary file. */
public final class Draft {
    private final Path file;
    private final Host host;
    private String text;
    private boolean isTouched;

    private Draft(Path file, String text, Host host) {
        this.file = file;
        this.text = text;
        this.host = host;
    }

    /**
     * @param name prefix of the file name
     */
    public static Draft of(String name, String text, Host host) {
        try {
            Path file = Files.createTempFile(name, ".yaml");
            return new Draft(Files.writeString(file, text), text, host);
        } catch (IOException exception) {
            throw new Failure(Failure.Kind.IO, "can't create a file to edit: " + exception.getMessage(), exception);
        }
    }

    public Path file() {
        return file;
    }

    /** Whether it may contain the user's edits. */
    public boolean isTouched() {
        return isTouched && Files.exists(file);
    }

    /**
     * Opens the editor and waits for it.
     *
     * @return the edited text
     * @throws Failure REFUSED if the editor reports an error; USAGE if the result is not text; IO if it can't be read
     */
    public String edit() {
        // Expanded by the shell, because editors are often configured with options.
        List<String> command = List.of("/bin/sh", "-c", editor() + " \"$0\"", file.toString());
        int exitCode = new ForegroundProgram(command, host).run();
        String before = text;
        boolean wasTouched = isTouched;
        // Until it has been read, it may contain the user's edits.
        isTouched = true;
        text = read();
        isTouched = wasTouched || !text.equals(before);
        if (exitCode != 0) {
            throw new Failure(
                    Failure.Kind.REFUSED,
                    "the editor '" + editor() + "' exited with " + exitCode + ", so nothing was changed",
                    "choose another with VISUAL or EDITOR");
        }
        return text;
    }

    private String read() {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notText) {
            throw new Failure(Failure.Kind.USAGE, "the edited file is not UTF-8 text", notText);
        } catch (IOException exception) {
            throw new Failure(Failure.Kind.IO, "can't read " + file + ": " + exception.getMessage(), exception);
        }
    }

    private String editor() {
        String visual = host.variable("VISUAL");
        String editor = visual == null ? host.variable("EDITOR") : visual;
        return editor == null ? "vi" : editor;
    }

    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException exception) {
            throw new Failure(Failure.Kind.IO, "can't delete " + file + ": " + exception.getMessage(), exception);
        }
    }
}
