package io.github.orgctl.core.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.configuration.Approval;
import io.github.orgctl.core.configuration.TwoEnvironments;
import io.github.orgctl.core.model.configuration.Configuration;
import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.configuration.Value;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.promotion.MergedKey.Reason;
import io.github.orgctl.core.port.Store;
import io.github.orgctl.core.port.Tx;
import io.github.orgctl.store.JdbcStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Promotions between random edits of both environments. Expected results are computed without the merge's base: from
 * the last writer of each live key, and from the sandbox's values at the key's last promotion.
 */
class PromotionHistoriesTest {
    private static final int HISTORIES = 60;
    private static final int STEPS = 60;
    private static final int KEYS = 6;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noLiveOnlyChangeIsEverLost(long seed) {
        Random random = new Random(seed);
        try (Store store = JdbcStore.open(folder.resolve("store.db").toString(), Map.of())) {
            for (int i = 0; i < HISTORIES; i++) {
                store.inTx(Store.Purpose.DRY_RUN, tx -> {
                    new History(tx, random).play();
                    return null;
                });
            }
        }
    }

    private static final class History {
        private final Random random;
        private final TwoEnvironments project;
        private final Set<Key> writtenByHand = new HashSet<>();
        private final Map<Key, Value> lastPromoted = new HashMap<>();

        History(Tx tx, Random random) {
            this.random = random;
            project = new TwoEnvironments(tx);
        }

        void play() {
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(4)) {
                    case 0 -> promote();
                    case 1 -> writtenByHand.add(edit(Mode.LIVE));
                    default -> edit(Mode.SANDBOX);
                }
            }
            promote();
        }

        private Key key() {
            return new Key("k" + random.nextInt(KEYS));
        }

        private List<Key> keys(int oneIn) {
            List<Key> keys = new ArrayList<>();
            for (int i = 0; i < KEYS; i++) {
                if (random.nextInt(oneIn) == 0) {
                    keys.add(new Key("k" + i));
                }
            }
            return keys;
        }

        private Key edit(Mode mode) {
            Key key = key();
            if (random.nextInt(3) == 0) {
                project.unset(mode, key);
            } else {
                project.set(mode, key, Integer.toString(random.nextInt(3)));
            }
            return key;
        }

        private void promote() {
            Configuration sandbox = project.values(Mode.SANDBOX);
            Configuration before = project.values(Mode.LIVE);
            PromotionPlan open = project.promotions().plan(project.request(List.of(), List.of(), List.of()));
            Set<Key> known = new HashSet<>();
            Set<Key> conflicts = new HashSet<>();
            open.keys().forEach(planned -> known.add(planned.key()));
            open.keys().stream()
                    .filter(planned -> planned.merged().reason() == Reason.BOTH_CHANGED)
                    .forEach(planned -> conflicts.add(planned.key()));

            List<Key> chosen = random.nextInt(3) == 0 ? keys(2) : new ArrayList<>();
            chosen.retainAll(known);
            List<Key> keep = keys(5);
            keep.retainAll(chosen.isEmpty() ? known : chosen);
            List<Key> take = new ArrayList<>();
            for (Key conflict : conflicts) {
                boolean considered = chosen.isEmpty() || chosen.contains(conflict);
                if (considered && !keep.contains(conflict) && random.nextInt(4) > 0) {
                    (random.nextBoolean() ? take : keep).add(conflict);
                }
            }
            Promotion promotion =
                    project.promotions().promote(project.request(chosen, take, keep), Approval.beforehand());
            Configuration after = project.values(Mode.LIVE);
            if (promotion.refusal() != null) {
                assertThat(after).isEqualTo(before);
                return;
            }
            Set<Key> considered = chosen.isEmpty() ? known : new HashSet<>(chosen);
            check(considered, take, keep, sandbox, before, after);
            considered.forEach(key -> lastPromoted.put(key, sandbox.get(key)));
            before.changesTo(after).forEach(change -> writtenByHand.remove(change.key()));

            // A key that is gone from both can't be named any more.
            if (chosen.removeIf(key -> sandbox.get(key) == null && after.get(key) == null) && chosen.isEmpty()) {
                return;
            }
            Promotion again =
                    project.promotions().promote(project.request(chosen, List.of(), List.of()), Approval.beforehand());
            assertThat(again.refusal()).isNull();
            assertThat(again.revised().changes()).isEmpty();
            assertThat(project.values(Mode.LIVE)).isEqualTo(after);
        }

        private void check(
                Set<Key> considered,
                List<Key> take,
                List<Key> keep,
                Configuration sandbox,
                Configuration before,
                Configuration after) {
            for (int i = 0; i < KEYS; i++) {
                Key key = new Key("k" + i);
                boolean sandboxChanged = !Objects.equals(sandbox.get(key), lastPromoted.get(key));
                boolean liveChanged =
                        writtenByHand.contains(key) && !Objects.equals(before.get(key), lastPromoted.get(key));
                boolean goesOver = considered.contains(key)
                        && sandboxChanged
                        && !keep.contains(key)
                        && (!liveChanged || take.contains(key));
                assertThat(after.get(key)).as("%s", key).isEqualTo(goesOver ? sandbox.get(key) : before.get(key));
            }
        }
    }
}
