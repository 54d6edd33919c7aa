package io.github.orgctl.store.jdbc;

import static io.github.orgctl.store.Fixtures.change;
import static io.github.orgctl.store.Fixtures.organization;
import static io.github.orgctl.store.Fixtures.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.store.StoreInfo;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.Fixtures;
import io.github.orgctl.store.JdbcStore;
import io.github.orgctl.store.sqlite.Sqlite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationsTest {
    private static final String[] RELEASED = Migrations.released().toArray(new String[0]);

    private final Organization acme = organization("acme");

    @TempDir
    Path folder;

    private Store store(String... names) {
        return new JdbcStore(
                new Sqlite(folder.resolve("store.db").toString(), new Migrations("sqlite", names), 5000),
                JdbcStore.DEFAULT_WAIT_MILLIS);
    }

    @ParameterizedTest
    @EnumSource
    void anOlderStoreIsBroughtUpToDateByWhoeverOpensIt(Store.Purpose purpose) {
        change(store(RELEASED), tx -> tx.organizations().insert(acme));
        Store newer = store(Fixtures.releasedAnd("0002_for_tests"));
        StoreInfo info = newer.inTx(purpose, tx -> tx.inspection().info());
        assertThat(info.schemaVersion()).isEqualTo(RELEASED.length + 1);
        assertThat(info.organizations()).isEqualTo(1);
        assertThat(read(newer, tx -> tx.inspection().info()).schemaVersion()).isEqualTo(RELEASED.length + 1);
    }

    @Test
    void aMigrationThatFailsChangesNothing() {
        change(store(RELEASED), tx -> tx.organizations().insert(acme));
        assertThatThrownBy(() -> read(store(Fixtures.releasedAnd("0002_for_tests", RELEASED[0])), tx -> tx.inspection()
                        .info()))
                .isInstanceOf(Failure.class);
        StoreInfo info = read(store(RELEASED), tx -> tx.inspection().info());
        assertThat(info.schemaVersion()).isEqualTo(RELEASED.length);
        assertThat(info.organizations()).isEqualTo(1);
    }

    @Test
    void aNewStoreHasSeenThemAll() {
        Store newer = store(Fixtures.releasedAnd("0002_for_tests"));
        change(newer, tx -> tx.organizations().insert(acme));
        assertThat(read(newer, tx -> tx.inspection().info()).schemaVersion()).isEqualTo(RELEASED.length + 1);
    }

    @Test
    void everyReleasedOneIsListedOnceAndNumberedInARow() throws IOException {
        for (String dialect : new String[] {"sqlite", "postgres"}) {
            try (Stream<Path> files = Files.list(Path.of("src/main/resources/db", dialect))) {
                assertThat(files.map(file -> file.getFileName().toString().replace(".sql", ""))
                                .sorted()
                                .toList())
                        .containsExactlyElementsOf(Migrations.released());
            }
        }
        int number = 0;
        for (String name : Migrations.released()) {
            assertThat(name).matches("%04d_[a-z_]+".formatted(++number));
        }
        assertThat(new Migrations("sqlite").newest()).isEqualTo(number);
    }

    @Test
    void theRealStoreUsesTheReleasedOnes() {
        Store real = JdbcStore.open(folder.resolve("real.db").toString(), Map.of());
        change(real, tx -> tx.organizations().insert(acme));
        assertThat(read(real, tx -> tx.inspection().info()).schemaVersion())
                .isEqualTo(Migrations.released().size());
    }
}
