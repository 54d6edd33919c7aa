package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.faults.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The versions of secrets through random sets, removals, renames, rollbacks and copies: none is lost. */
class SecretHistoriesTest {
    private static final String[] KEYS = {"a", "b", "c.d", "e"};
    private static final String SANDBOX = "website:sandbox";
    private static final String OTHER = "shop:sandbox";

    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void install() {
        orgctl = new CliHarness(folder);
    }

    /** An environment's secrets, by the simplest rules. */
    private final class Model {
        private final String environment;
        private final Map<String, NavigableMap<Long, String>> versions = new TreeMap<>();
        private Map<String, String> present = new TreeMap<>();
        private final List<Map<String, String>> revisions = new ArrayList<>(List.of(Map.of(), Map.of()));

        private Model(String environment) {
            this.environment = environment;
        }

        private void revised() {
            revisions.add(Map.copyOf(present));
        }

        private NavigableMap<Long, String> of(String key) {
            return versions.computeIfAbsent(key, same -> new TreeMap<>());
        }

        private long newest(String key) {
            return of(key).isEmpty() ? 0 : of(key).lastKey();
        }

        private void add(String key, String value) {
            if (!value.equals(present.put(key, value))) {
                of(key).put(newest(key) + 1, value);
            }
        }

        private void set(String key, String value) {
            boolean changes = !value.equals(present.get(key));
            orgctl.typing(value).must("secret", "set", key, "--env", environment, "--keep-versions", "1000");
            add(key, value);
            if (changes) {
                revised();
            }
        }

        private void unset(String key) {
            orgctl.must("secret", "unset", key, "--env", environment);
            present.remove(key);
            revised();
        }

        private void rename(String key, String other) {
            orgctl.must("config", "rename", key, other, "--env", environment);
            long own = newest(other);
            of(key).forEach((number, value) -> of(other).put(own + number, value));
            versions.remove(key);
            present.put(other, present.remove(key));
            revised();
        }

        private void rollback(String key, long version) {
            String value = of(key).get(version);
            boolean changes = !value.equals(present.get(key));
            orgctl.must("secret", "rollback", key, "--to", Long.toString(version), "--env", environment);
            add(key, value);
            if (changes) {
                revised();
            }
        }

        private void rollback(int revision) {
            boolean changes = !revisions.get(revision).equals(present);
            orgctl.must("env", "rollback", "--to", Integer.toString(revision), "--env", environment, "--yes");
            revisions.get(revision).forEach(this::add);
            present = new TreeMap<>(revisions.get(revision));
            if (changes) {
                revised();
            }
        }

        private void copyTo(Model target) {
            boolean changes = !target.present.entrySet().containsAll(present.entrySet());
            orgctl.must("secret", "copy", "--from", environment, "--to", target.environment, "--overwrite");
            present.forEach(target::add);
            if (changes) {
                target.revised();
            }
        }

        private void compare() {
            Map<String, String> shown = new TreeMap<>();
            for (String key : orgctl.must("secret", "list", "--env", environment, "-o", "ids")
                    .split("\n")) {
                if (!key.isEmpty()) {
                    shown.put(
                            key,
                            orgctl.must("secret", "reveal", key, "--env", environment)
                                    .strip());
                }
            }
            assertThat(shown).isEqualTo(present);
            versions.forEach((key, values) -> {
                if (!values.isEmpty()) {
                    String ids = orgctl.must("secret", "history", key, "--env", environment, "-o", "ids");
                    assertThat(ids.strip().split("\n"))
                            .containsExactly(values.descendingKeySet().stream()
                                    .map(String::valueOf)
                                    .toArray(String[]::new));
                }
                values.forEach((number, value) -> assertThat(orgctl.must(
                                        "secret", "reveal", key, "--version", number.toString(), "--env", environment)
                                .strip())
                        .isEqualTo(value));
            });
        }
    }

    private void step(Random random, Model here, Model there, List<String> taken) {
        String key = KEYS[random.nextInt(KEYS.length)];
        List<String> free = new ArrayList<>(List.of(KEYS));
        free.removeAll(here.present.keySet());
        boolean present = here.present.containsKey(key);
        int choice = random.nextInt(20);
        if (choice < 4 && present && !free.isEmpty()) {
            String other = free.get(random.nextInt(free.size()));
            taken.add("rename " + key + " " + other);
            here.rename(key, other);
        } else if (choice < 6 && present) {
            taken.add("unset " + key);
            here.unset(key);
        } else if (choice < 9 && here.newest(key) > 0) {
            long version = 1L + random.nextInt((int) here.newest(key));
            taken.add("rollback " + key + " " + version);
            here.rollback(key, version);
        } else if (choice < 12) {
            int revision = 1 + random.nextInt(here.revisions.size() - 1);
            taken.add("env rollback " + revision);
            here.rollback(revision);
        } else if (choice == 12 && !here.present.isEmpty()) {
            taken.add("copy");
            here.copyTo(there);
        } else if (choice == 13) {
            taken.add("rotate-key");
            orgctl.run("secret", "rotate-key");
        } else {
            String value = "value " + random.nextInt(6);
            taken.add("set " + key + " " + value);
            here.set(key, value);
        }
    }

    @ParameterizedTest
    @CsvSource({"SQLITE,1", "SQLITE,2", "POSTGRES,3"})
    void noVersionIsLost(Engine engine, long seed) throws Exception {
        String store = engine.place(folder);
        orgctl.set("ORGCTL_STORE", store);
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("project", "create", "Website");
        orgctl.must("project", "create", "Shop");
        Random random = new Random(seed);
        Model website = new Model(SANDBOX);
        Model shop = new Model(OTHER);
        List<String> taken = new ArrayList<>();
        try {
            for (int i = 0; i < 48; i++) {
                boolean first = random.nextInt(4) > 0;
                step(random, first ? website : shop, first ? shop : website, taken);
                if (i % 12 == 11) {
                    website.compare();
                    shop.compare();
                }
            }
        } catch (AssertionError failure) {
            throw new AssertionError(taken.stream().collect(Collectors.joining("\n", "after:\n", "")), failure);
        }
        assertThat(orgctl.run("store", "check").exit()).isZero();
        assertThat(orgctl.run("audit", "verify").exit()).isZero();
        Engine otherKind = engine == Engine.SQLITE ? Engine.POSTGRES : Engine.SQLITE;
        String copied = otherKind.place(folder);
        orgctl.must("store", "copy", store, copied);
        orgctl.set("ORGCTL_STORE", copied);
        website.compare();
        shop.compare();
    }
}
