package io.github.orgctl.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

class SqliteMailboxTest extends MailboxContract {
    @TempDir
    Path folder;

    @Override
    Place newPlace() {
        return new SqlitePlace(folder.resolve("made/store.db"));
    }

    @Override
    void outdate() throws SQLException {
        sql("PRAGMA user_version = 6");
    }
}
