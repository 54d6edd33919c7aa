package io.github.orgctl.cli.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Variable;
import io.github.orgctl.core.model.configuration.Variables;
import io.github.orgctl.core.model.organization.Environment;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.vault.TinkVault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots that several processes write at once, and names that need escapes. */
class SnapshotFileTest {
    private static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");
    private static final Id ID = new Id("00000000-0000-4000-8000-000000000001");
    private static final Key KEY = new Key("a");

    @TempDir
    Path folder;

    private TinkVault vault;
    private SnapshotRequest request;

    @BeforeEach
    void makeKeys() {
        vault = new TinkVault(folder.resolve("keys/keyset.json"), false);
        vault.makeKeysIfMissing();
        request = new SnapshotRequest("/tmp/a\nb\\n\rc: d", "acme/web:live", "operator", "env.run");
    }

    private SnapshotFile file() {
        return new SnapshotFile(folder, "snapshot", vault.again(true));
    }

    private static Variables values(String text) {
        Slug slug = new Slug("web");
        Environment environment = new Environment(ID, Mode.LIVE, 7, null, ID, slug, ID, slug, NOW, NOW);
        Variable variable = new Variable(KEY, text, true);
        return new Variables(environment, List.of(variable), 2, List.of(), Map.of(KEY, NOW), Set.of(ID));
    }

    @Test
    void holdsEverything() {
        Variables values = values("\u00e4\ud83d\ude00\n".repeat(50_000));
        file().write(request, values, NOW, NOW);
        Snapshot snapshot = file().read(request, NOW.plusSeconds(1), Duration.ofSeconds(1));
        assertThat(snapshot.variables()).isEqualTo(values);
        assertThat(snapshot.ageText()).isEqualTo("1 second");
    }

    @Test
    void anEarlierReadReplacesNoLaterOne() {
        file().write(request, values("later"), NOW.plusSeconds(2), NOW.plusSeconds(3));
        file().write(request, values("earlier"), NOW, NOW.plusSeconds(3));
        assertThat(text()).isEqualTo("later");
        file().write(request, values("after the clock was set back"), NOW, NOW.plusSeconds(1));
        assertThat(text()).isEqualTo("after the clock was set back");
    }

    private String text() {
        return file().read(request, NOW.plusSeconds(9), Duration.ofDays(1))
                .variables()
                .all()
                .get(0)
                .text();
    }

    @Test
    void isWholeWhileOthersWrite() throws Exception {
        file().write(request, values("x".repeat(100_000)), NOW, NOW);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Object>> work = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                // One name per process holds the draft: the threads of one process take turns.
                work.add(() -> {
                    synchronized (this) {
                        file().write(request, values("x".repeat(100_000)), NOW, NOW);
                    }
                    return null;
                });
                work.add(this::text);
            }
            for (Future<Object> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString())).containsExactlyInAnyOrder("keys", "snapshot");
        }
    }
}
