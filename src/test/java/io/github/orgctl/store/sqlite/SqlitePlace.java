package io.github.orgctl.store.sqlite;

import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.JdbcStore;
import io.github.orgctl.store.StoreBase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** A file in a directory that does not exist yet. */
public record SqlitePlace(Path file) implements StoreBase.Place {
    @Override
    public Store open() {
        return JdbcStore.open(file.toString(), Map.of());
    }

    @Override
    public Connection byHand() throws SQLException {
        return Sqlite.connect(SqliteFile.uri(file.toFile()), Sqlite.READ_WRITE, false, new LockWait(5000, null));
    }
}
