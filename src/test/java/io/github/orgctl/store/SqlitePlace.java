package io.github.orgctl.store;

import io.github.orgctl.core.port.Store;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** A file in a folder that does not exist yet either. */
record SqlitePlace(Path file) implements StoreBase.Place {
    @Override
    public Store open() {
        return JdbcStore.open(file.toString(), Map.of());
    }

    @Override
    public Connection byHand() throws SQLException {
        return Sqlite.connect(SqliteFile.uri(file.toFile()), Sqlite.READ_WRITE, false, new LockWait(5000, null));
    }
}
