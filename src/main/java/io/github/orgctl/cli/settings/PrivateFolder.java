package io.github.orgctl.cli.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that nobody but its owner may look into. */
final class PrivateFolder {
    private PrivateFolder() {}

    /** Makes a folder and those above it, as far as they don't exist; those that do stay as they are. */
    static void create(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
