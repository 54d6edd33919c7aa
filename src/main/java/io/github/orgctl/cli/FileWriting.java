package io.github.orgctl.cli;

import io.github.orgctl.core.model.Failure;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/** Puts a file where a command was told to, all of it or nothing, and replaces none that nobody agreed to. */
final class FileWriting {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /** As many as Linux follows. */
    private static final int MAX_LINKS = 40;

    private final WrittenFile file;
    private final Path path;
    private final Messages messages;

    FileWriting(WrittenFile file, File workingDirectory, Messages messages) {
        this.file = file;
        this.path = workingDirectory.toPath().resolve(file.path());
        this.messages = messages;
    }

    /**
     * @throws Failure REFUSED when another file is there and may not be replaced; IO when it can't be written
     */
    void run() {
        try {
            if (Files.exists(path) && !mayReplace()) {
                messages.notice("nothing to write: " + file.path() + " is as it would be");
            } else {
                write();
                messages.notice("written to " + file.path());
            }
        } catch (IOException exception) {
            throw new Failure(
                    Failure.Kind.IO, "can't write " + file.path() + ": " + reason(exception), null, exception);
        }
    }

    /** The message of such an exception would be the path of the draft, which says nothing to anybody. */
    private static String reason(IOException exception) {
        if (exception instanceof NoSuchFileException missing) {
            return "there is no folder " + Path.of(missing.getFile()).getParent();
        }
        if (exception instanceof AccessDeniedException) {
            return "permission denied";
        }
        boolean saysWhy = exception instanceof FileSystemException said && said.getReason() != null;
        return saysWhy ? ((FileSystemException) exception).getReason() : String.valueOf(exception.getMessage());
    }

    /** Whether there is anything to replace; if so, it was shown and agreed to. */
    private boolean mayReplace() throws IOException {
        if (!Files.isRegularFile(path)) {
            throw Failure.usage(file.path() + " is not a file", "without -f it goes to standard output");
        }
        // What is there may be of any kind: what is no UTF-8 differs, and is shown as well as it can be.
        byte[] present = Files.readAllBytes(path);
        String before = new String(present, StandardCharsets.UTF_8);
        boolean ownerOnly = OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path));
        boolean isSame = Arrays.equals(present, file.text().getBytes(StandardCharsets.UTF_8));
        if (isSame && (ownerOnly || !file.isPrivate())) {
            return false;
        }
        // What only its owner may read may hold secrets, even where the new text holds none.
        messages.write(
                ownerOnly || file.isPrivate()
                        ? TextDifference.masked(file.path(), before, file.text(), file.publicText(), file.names())
                        : TextDifference.between(file.path(), before, file.text()));
        if (!file.force()) {
            throw new Failure(
                    Failure.Kind.REFUSED, file.path() + " is there already", "to replace it, repeat with --force");
        }
        return true;
    }

    /** Beside it first, so that nobody ever reads half of it; through links, so that they stay. */
    private void write() throws IOException {
        Path target = target();
        Path draft = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid());
        boolean keepsMode = !file.isPrivate() && Files.exists(target);
        Set<PosixFilePermission> mode = keepsMode ? Files.getPosixFilePermissions(target) : null;
        FileAttribute<?>[] attributes = file.isPrivate()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        try {
            Files.createFile(draft, attributes);
            if (keepsMode) {
                Files.setPosixFilePermissions(draft, mode);
            }
            Files.writeString(draft, file.text());
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Where links lead to, also where nothing is there yet. */
    private Path target() throws IOException {
        Path target = path.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MAX_LINKS) {
                throw new FileSystemLoopException(target.toString());
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }
}
