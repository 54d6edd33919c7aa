package io.github.orgctl.store;

import io.github.orgctl.store.sqlite.SqlitePlace;
import io.github.orgctl.store.table.AuditContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteAuditTest extends AuditContract {
    @TempDir
    Path folder;

    @Override
    public Place newPlace() {
        return new SqlitePlace(folder.resolve("made/store.db"));
    }
}
