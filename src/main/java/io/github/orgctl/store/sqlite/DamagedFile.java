package io.github.orgctl.store.sqlite;

import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A damaged store file that was moved aside to make room for the restored one. */
public final class DamagedFile {
    private static final String[] FILES = {"-wal", "-shm", "-journal", ""};

    private final Path place;
    private final Path aside;

    private DamagedFile(Path place, Path aside) {
        this.place = place;
        this.aside = aside;
    }

    /**
     * Moves the file together with SQLite's companion files.
     *
     * @param suffix appended to the file name
     * @throws Failure DAMAGED if the file was never a store; BUSY if a process has it open; IO if it can't be moved
     */
    public static DamagedFile setAside(String path, String suffix) {
        SqliteFile store = new SqliteFile(path);
        if (!store.isOurs()) {
            throw store.damaged("is another program's file, not a store", null);
        }
        if (new SqliteLog(store).isInUse()) {
            throw new Failure(
                    Failure.Kind.BUSY, "the store " + store.shown() + " is in use", "end the commands that use it");
        }
        Path place = store.file().toPath();
        DamagedFile moved = new DamagedFile(place, Path.of(place + suffix));
        moved.move(place, moved.aside);
        return moved;
    }

    /** The file's new path. */
    public Path path() {
        return aside;
    }

    /** Moves the file back, unless another store has taken its place. */
    public void putBack() {
        if (!Files.exists(place)) {
            move(aside, place);
        }
    }

    private void move(Path from, Path to) {
        try {
            for (String file : FILES) {
                if (Files.exists(Path.of(from + file))) {
                    Files.move(Path.of(from + file), Path.of(to + file), StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException unwritable) {
            throw new Failure(
                    Failure.Kind.IO, "the store " + place + " can't be moved: " + unwritable.getMessage(), unwritable);
        }
    }
}
