package io.github.orgctl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.faults.CuttingProxy.Fault;
import io.github.orgctl.store.PostgresPlace;
import io.github.orgctl.store.jdbc.Migrations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stores of all earlier schema versions keep their content when they are upgraded, even if the upgrade is interrupted.
 */
class UpgradesTest {
    private static final int NEWEST = Migrations.released().size();
    private static final int TRIED = Integer.getInteger("orgctl.faults.messages", 3);

    /** More than the whole upgrade sends. */
    private static final int MESSAGES = 120;

    private static final int PROCESSES = 4;

    @TempDir
    Path folder;

    static Stream<Arguments> earlier() {
        return Stream.of(Engine.values())
                .flatMap(engine -> IntStream.range(1, NEWEST).mapToObj(version -> Arguments.of(engine, version)));
    }

    private CliHarness orgctl(String location) throws Exception {
        return new CliHarness(Files.createTempDirectory(folder, "harness")).set("ORGCTL_STORE", location);
    }

    private static void assertUpgraded(CliHarness orgctl, int from) {
        assertThat(orgctl.must("store", "info", "--jq", ".schemaVersion")).isEqualTo(NEWEST + "\n");
        assertThat(orgctl.must("org", "list", "-o", "csv", "--fields", "slug,projects", "--no-header"))
                .isEqualTo("old,1\n");
        assertThat(orgctl.must("env", "list", "--all-orgs", "-o", "ids")).hasLineCount(2);
        assertThat(orgctl.must(
                        "config", "list", "--env", "old/web:sandbox", "-o", "csv", "--no-header", "--fields", "key"))
                .isEqualTo(from >= 2 ? "a\n" : "");
        assertThat(orgctl.must("member", "list", "--org", "old", "-o", "csv", "--no-header", "--fields", "email,role"))
                .isEqualTo(from >= 3 ? "ann@example.com,owner\n" : "");
        CliHarness.Outcome check = orgctl.run("store", "check", "-o", "csv");
        assertThat(check.out().lines().filter(line -> line.contains(",false,")))
                // What the old store has was put there without events.
                .filteredOn(line -> !line.startsWith("folder permissions") && !line.startsWith("audit logs"))
                .isEmpty();
        orgctl.must("config", "set", "b=1", "--env", "old/web:sandbox");
        orgctl.must(
                "project",
                "move",
                "old/web",
                "--to",
                orgctl.must("org", "create", "New", "-o", "ids").strip());
    }

    @ParameterizedTest
    @MethodSource("earlier")
    void everyEarlierVersionIsUpgraded(Engine engine, int version) throws Exception {
        String location = engine.place(folder);
        OldStore.make(location, version);
        assertUpgraded(orgctl(location), version);
    }

    @ParameterizedTest
    @EnumSource
    void severalAtOnceUpgradeItOnce(Engine engine) throws Exception {
        String location = engine.place(folder);
        OldStore.make(location, 1);
        ExecutorService threads = Executors.newFixedThreadPool(PROCESSES);
        List<Future<CliHarness.Outcome>> runs = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            CliHarness orgctl = orgctl(location);
            String[] command = i % 2 == 0
                    ? new String[] {"org", "list"}
                    : new String[] {"project", "update", "old/web", "--description", "d" + i};
            runs.add(threads.submit(() -> orgctl.run(command)));
        }
        for (Future<CliHarness.Outcome> each : runs) {
            assertThat(each.get().exit()).as(each.get().toString()).isZero();
        }
        threads.shutdown();
        assertUpgraded(orgctl(location), 1);
    }

    /** The connection breaks within the upgrade, which is done in one transaction. */
    @ParameterizedTest
    @EnumSource
    void aBrokenUpgradeIsTakenBack(Fault fault) throws Exception {
        int[] messages = TRIED >= MESSAGES
                ? IntStream.rangeClosed(1, MESSAGES).toArray()
                : new Random().ints(TRIED, 1, MESSAGES).toArray();
        for (int message : messages) {
            PostgresPlace place = PostgresPlace.fresh();
            OldStore.make(place.address(), 1);
            try (CuttingProxy proxy = new CuttingProxy(PostgresPlace.port(), place::end)) {
                CliHarness through = orgctl(place.addressAt(proxy.port()));
                proxy.breakAt(message, fault);
                CliHarness.Outcome listed = through.run("org", "list", "-o", "csv", "--fields", "slug", "--no-header");
                proxy.heal();
                assertThat(listed.exit()).as("at message " + message + listed).isIn(0, 7);
                assertThat(listed.out()).as("at message " + message).isEqualTo(listed.exit() == 0 ? "old\n" : "");
            }
            assertUpgraded(orgctl(place.address()), 1);
        }
    }
}
