package io.github.orgctl.store;

import io.github.orgctl.store.jdbc.MailboxContract;
import io.github.orgctl.store.sqlite.SqlitePlace;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

class SqliteMailboxTest extends MailboxContract {
    @TempDir
    Path folder;

    @Override
    public Place newPlace() {
        return new SqlitePlace(folder.resolve("made/store.db"));
    }

    @Override
    public void outdate() throws SQLException {
        sql("PRAGMA user_version = 6");
    }
}
