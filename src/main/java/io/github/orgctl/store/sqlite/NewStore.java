package io.github.orgctl.store.sqlite;

import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.store.jdbc.Migrations;
import io.github.orgctl.store.jdbc.Overtaken;
import io.github.orgctl.store.jdbc.Session;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The first change of a store. The store is created in a draft file in the same directory, which is moved into place
 * after it has been committed and synced to disk. Nobody ever sees a partial store, and a failure leaves nothing
 * behind.
 */
final class NewStore extends Session {
    private final Path place;
    private final Path draft;
    private final Deque<Path> madeFolders;
    private final long changesBefore;

    private NewStore(Connection connection, Path place, Path draft, Deque<Path> madeFolders) {
        super(connection, true);
        this.place = place;
        this.draft = draft;
        this.madeFolders = madeFolders;
        this.changesBefore = SqliteSession.changes(connection);
    }

    /**
     * @param place path at which no file exists yet
     * @param makesFolders whether to create missing directories
     * @throws Failure IO if nothing can be created there
     */
    static Session begin(Path place, Migrations migrations, boolean makesFolders) throws SQLException {
        Deque<Path> folders = new ArrayDeque<>();
        Path draft = StoreDrafts.next(place);
        try {
            if (makesFolders) {
                makeFolders(place.getParent(), folders);
            }
            StoreDrafts.sweep(place);
            Files.createFile(draft, permissions("rw-------"));
            // For exits that skip finally blocks, such as Ctrl-C.
            deleteOnExit(draft);
            return begin(place, draft, folders, migrations);
        } catch (IOException unwritable) {
            clear(draft, folders);
            throw unwritable(place, unwritable);
        } catch (SQLException | RuntimeException problem) {
            clear(draft, folders);
            throw problem;
        }
    }

    private static Session begin(Path place, Path draft, Deque<Path> folders, Migrations migrations)
            throws SQLException {
        Connection connection = Sqlite.connect(SqliteFile.uri(draft.toFile()), Sqlite.READ_WRITE, true, null);
        try {
            Sqlite.execute(connection, "PRAGMA journal_mode = WAL");
            Sqlite.configure(connection);
            connection.setAutoCommit(false);
            migrations.run(connection, 0);
            Sqlite.stamp(connection, migrations);
            return new NewStore(connection, place, draft, folders);
        } catch (SQLException | RuntimeException problem) {
            connection.close();
            throw problem;
        }
    }

    @Override
    public void commit() throws SQLException {
        if (SqliteSession.changes(connection) == changesBefore) {
            // For example a deletion that found nothing to delete: no store needs to be created.
            return;
        }
        super.commit();
        // Closing would do this too, but without reporting a full disk.
        Sqlite.execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        connection.close();
        try {
            put(draft, place);
            // Immediately, because a store with two hard links refuses writes.
            draft.toFile().delete();
            madeFolders.clear();
            sync(place.getParent());
        } catch (FileAlreadyExistsException overtaken) {
            throw new Overtaken(overtaken);
        } catch (IOException unwritable) {
            if (Files.notExists(draft)) {
                // Another process in a different PID namespace deleted the draft as a left-over.
                throw new Overtaken(unwritable);
            }
            throw unwritable(place, unwritable);
        }
    }

    @Override
    public void close() {
        super.close();
        clear(draft, madeFolders);
    }

    /** Moves the draft into place, unless a file exists there. */
    private static void put(Path draft, Path place) throws IOException {
        try {
            Files.createLink(place, draft);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (IOException | UnsupportedOperationException noLinksHere) {
            move(draft, place);
        }
    }

    /** For file systems without hard links. Checks first, because moving replaces an existing file. */
    static void move(Path draft, Path place) throws IOException {
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(place.toString());
        }
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notPossibleHere) {
            // Windows can't open a directory and does not need to sync it.
        }
    }

    private static void makeFolders(Path folder, Deque<Path> made) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path at = folder; at != null && Files.notExists(at); at = at.getParent()) {
            missing.push(at);
        }
        for (Path next : missing) {
            try {
                Files.createDirectory(next, permissions("rwx------"));
                made.push(next);
            } catch (FileAlreadyExistsException madeByAnother) {
                // Already deleted.
            }
        }
    }

    private static FileAttribute<?>[] permissions(String permissions) {
        return File.separatorChar == '/'
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static void deleteOnExit(Path draft) {
        for (String suffix : new String[] {"", "-wal", "-shm"}) {
            new File(draft + suffix).deleteOnExit();
        }
    }

    /** Removes the draft and the directories created for it. */
    private static void clear(Path draft, Deque<Path> folders) {
        try {
            StoreDrafts.delete(draft);
            while (!folders.isEmpty()) {
                Files.deleteIfExists(folders.pop());
            }
        } catch (IOException inUseByAnother) {
            // Another process is creating its store in the same directory.
        }
    }

    private static Failure unwritable(Path place, IOException cause) {
        return new Failure(
                Failure.Kind.IO,
                "the store " + place + " can't be created: " + reason(cause),
                Advice.NAME_WRITABLE_STORE.of(),
                cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "no permission to write there";
        }
        return cause instanceof FileSystemException detailed && detailed.getReason() != null
                ? detailed.getReason()
                : cause instanceof NoSuchFileException ? "the folder does not exist" : cause.getMessage();
    }
}
