package io.github.orgctl.store;

import static io.github.orgctl.store.Fixtures.all;
import static io.github.orgctl.store.Fixtures.change;
import static io.github.orgctl.store.Fixtures.organization;
import static io.github.orgctl.store.Fixtures.read;
import static io.github.orgctl.store.Fixtures.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.orgctl.core.model.organization.AccessScope;
import io.github.orgctl.core.model.store.Finding;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.store.sqlite.SqlitePlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store is written under one name only, and left-overs of killed processes are removed. */
class SqliteNamesTest extends StoreBase {
    @TempDir
    Path folder;

    Path file;

    @Override
    public Place newPlace() {
        file = folder.resolve("store.db");
        return new SqlitePlace(file);
    }

    private void create() {
        change(store, tx -> Fixtures.add(tx, organization("acme")));
    }

    private void assertNotWritten(Path name) {
        Store other = new SqlitePlace(name).open();
        for (Store.Purpose purpose : List.of(Store.Purpose.DRY_RUN, Store.Purpose.CHANGE)) {
            Failure failure =
                    failure(() -> other.inTx(purpose, tx -> tx.inspection().info()));
            assertThat(failure.kind()).isEqualTo(Failure.Kind.IO);
            assertThat(failure).hasMessageContaining("can't be changed");
        }
        List<Finding> findings = read(other, tx -> tx.inspection().check());
        assertThat(findings)
                .filteredOn(finding -> !finding.ok())
                .extracting(Finding::check)
                .contains("file names");
    }

    @Test
    void aStoreWithTwoNamesIsNotWritten() throws IOException {
        create();
        Path second = Files.createLink(folder.resolve("second.db"), file);
        assertNotWritten(file);
        assertNotWritten(second);
        Files.delete(second);
        change(store, tx -> Fixtures.add(tx, organization("beta")));
    }

    @Test
    void aFileThatIsMountedAloneIsNotWritten() throws Exception {
        create();
        Path mounted = Files.createFile(folder.resolve("mounted store.db"));
        assumeTrue(run("mount", "--bind", file.toString(), mounted.toString()), "can't mount");
        try {
            assertNotWritten(mounted);
        } finally {
            run("umount", mounted.toString());
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    /** The process id of a process that has ended. */
    private static long dead() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }

    private void leave(String draft) throws IOException {
        for (String suffix : new String[] {"", "-wal", "-shm"}) {
            Files.writeString(folder.resolve(draft + suffix), "draft");
        }
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList().stream();
        }
    }

    @Test
    void whatAKilledFirstChangeLeftIsClearedAway() throws Exception {
        String living = ".store.db.new-" + ProcessHandle.current().pid() + "-1";
        leave(".store.db.new-" + dead() + "-1");
        leave(living);
        create();
        assertThat(names()).containsExactly(living, living + "-shm", living + "-wal", "store.db");
    }

    @Test
    void whatIsLeftBesideAStoreIsClearedAwayByTheNextChange() throws Exception {
        create();
        leave(".store.db.new-" + dead() + "-1");
        change(store, tx -> Fixtures.add(tx, organization("beta")));
        assertThat(names()).containsExactly("store.db");
    }

    /** The creator was killed after it had moved the store into place. */
    @Test
    void theNameOfADraftIsTakenFromTheStore() throws Exception {
        create();
        Files.createLink(folder.resolve(".store.db.new-" + dead() + "-1"), file);
        change(store, tx -> Fixtures.add(tx, organization("beta")));
        assertThat(names()).containsExactly("store.db");
        assertThat(read(store, tx -> rows(tx.organizations().list(AccessScope.EVERYTHING, all(), false)))
                        .toArray())
                .hasSize(2);
    }
}
