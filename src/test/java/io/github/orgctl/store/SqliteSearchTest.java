package io.github.orgctl.store;

import io.github.orgctl.store.sqlite.SqlitePlace;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteSearchTest extends SearchContract {
    @TempDir
    Path folder;

    @Override
    public Place newPlace() {
        return new SqlitePlace(folder.resolve("made/store.db"));
    }
}
