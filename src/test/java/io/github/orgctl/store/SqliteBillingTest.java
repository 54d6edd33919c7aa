package io.github.orgctl.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteBillingTest extends BillingContract {
    @TempDir
    Path folder;

    @Override
    Place newPlace() {
        return new SqlitePlace(folder.resolve("made/store.db"));
    }
}
