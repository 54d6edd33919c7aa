package io.github.orgctl.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.core.kernel.Acting;
import io.github.orgctl.core.model.store.StoreIdentity;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.Progress;
import io.github.orgctl.core.port.StoreContent;
import io.github.orgctl.core.port.StoreTransfer;
import io.github.orgctl.core.port.TableSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Rows on their way from one store to another. */
class ReplacementTest {
    /** A store of one table {@code t} with the columns {@code id} and {@code revision}, which may lose its last row. */
    private static final class Memory implements StoreTransfer {
        private final List<Object[]> kept = new ArrayList<>();
        private final boolean losesOne;
        private long epoch;

        Memory(boolean losesOne, Object[]... rows) {
            this.losesOne = losesOne;
            kept.addAll(List.of(rows));
        }

        @Override
        public String location() {
            return "/tmp/store.db";
        }

        @Override
        public Path file() {
            return null;
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public int schemaVersion() {
            return 1;
        }

        @Override
        public long rows() {
            return kept.size();
        }

        @Override
        public boolean isUntouched() {
            return kept.isEmpty();
        }

        @Override
        public StoreContent content() {
            return sink -> {
                sink.table("t", List.of("id", "revision"));
                kept.forEach(row -> sink.row(row.clone()));
            };
        }

        @Override
        public void replaceWith(StoreContent other, long epoch) {
            this.epoch = epoch;
            kept.clear();
            other.passTo(new Rows(kept));
            if (losesOne) {
                kept.remove(kept.size() - 1);
            }
        }
    }

    /** Keeps rows. */
    private record Rows(List<Object[]> rows) implements TableSink {
        @Override
        public void table(String name, List<String> columns) {
            assertThat(name).isEqualTo("t");
        }

        @Override
        public void row(Object[] values) {
            rows.add(values.clone());
        }
    }

    /** Writes down what is reported. */
    private static final class Report implements Progress {
        private final List<String> tasks = new ArrayList<>();
        private long steps;

        @Override
        public void begin(String task, long total) {
            tasks.add(task + " " + total);
        }

        @Override
        public void step() {
            steps++;
        }

        @Override
        public void close() {
            tasks.add("closed");
        }
    }

    private static Memory twoRows() {
        return new Memory(false, new Object[] {"a", 3L}, new Object[] {"b", null});
    }

    private static String text(List<Object[]> rows) {
        return Arrays.deepToString(rows.toArray());
    }

    @Test
    void everyRowArrivesAndIsReadAgain() {
        Memory from = twoRows();
        Memory to = new Memory(false, new Object[] {"before", 1L});
        Report report = new Report();
        ContentSummary summary = new Replacement(from, to, report).run(7, UnaryOperator.identity());
        assertThat(text(to.kept)).isEqualTo(text(from.kept));
        assertThat(to.epoch).isEqualTo(7);
        assertThat(summary.counts()).isEqualTo(Map.of("t", 2L));
        assertThat(summary.rows()).isEqualTo(2);
        assertThat(report.tasks).containsExactly("Copying 2", "Verifying 2");
        assertThat(report.steps).isEqualTo(4);
    }

    @Test
    void aCopyThatDiffersIsRefused() {
        Replacement replacement = new Replacement(twoRows(), new Memory(true), Progress.NONE);
        Failure failure = Acting.failure(() -> replacement.run(1, UnaryOperator.identity()));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.DAMAGED);
        assertThat(failure).hasMessageContaining("/tmp/store.db");
    }

    /** Those that have one: tables without revisions stay as they are, and so do rows whose revision is empty. */
    @Test
    void aRestoreRaisesRevisionsOnTheirWay() {
        Memory to = new Memory(false);
        StoreIdentity identity = new StoreIdentity("id", 2);
        new Replacement(twoRows(), to, Progress.NONE).run(2, sink -> new RevisionRaise(identity, sink));
        assertThat(text(to.kept)).isEqualTo("[[a, 2000000003], [b, null]]");
        List<Object[]> others = new ArrayList<>();
        RevisionRaise raise = new RevisionRaise(identity, new Rows(others));
        raise.table("t", List.of("revision", "id"));
        raise.row(new Object[] {5L, 6L});
        raise.table("t", List.of("id", "number"));
        raise.row(new Object[] {5L, 6L});
        assertThat(text(others)).isEqualTo("[[2000000005, 6], [5, 6]]");
    }

    /** However texts are cut, and whether a value is a number, a text or empty. */
    @Test
    void onlyEqualRowsHaveTheSameDigest() {
        Object[] values = {null, "", "a", "ab", "b", "1", 1L, 0L, 256L};
        List<String> digests = new ArrayList<>();
        for (Object first : values) {
            for (Object second : values) {
                digests.add(digest(new Object[][] {{first, second}}));
            }
        }
        digests.add(digest(new Object[][] {}));
        digests.add(digest(new Object[][] {{"a", "b"}, {"a", "b"}}));
        assertThat(digests).doesNotHaveDuplicates();
        assertThat(digest(new Object[][] {{null, "a"}})).isEqualTo(digest(new Object[][] {{null, "a"}}));
    }

    private static String digest(Object[][] rows) {
        ContentDigest digest = new ContentDigest(null);
        digest.table("t", List.of("one", "two"));
        for (Object[] row : rows) {
            digest.row(row);
        }
        return digest.end().digest();
    }

    @Test
    void tablesAndColumnsBelongToTheContent() {
        List<String> digests = new ArrayList<>();
        for (String[] names : new String[][] {{"t", "a"}, {"t", "b"}, {"u", "a"}, {"t", "a", "b"}}) {
            ContentDigest digest = new ContentDigest(null);
            digest.table(names[0], Arrays.asList(names).subList(1, names.length));
            digests.add(digest.end().digest());
        }
        assertThat(digests).doesNotHaveDuplicates();
    }

    @Test
    void rowsAreCountedByTable() {
        List<Object[]> passed = new ArrayList<>();
        ContentDigest digest = new ContentDigest(new Rows(passed));
        digest.table("t", List.of("id"));
        digest.row(new Object[] {1L});
        digest.row(new Object[] {2L});
        ContentDigest other = new ContentDigest(null);
        other.table("one", List.of("id"));
        other.row(new Object[] {1L});
        other.table("none", List.of("id"));
        assertThat(digest.end().counts()).isEqualTo(Map.of("t", 2L));
        assertThat(text(passed)).isEqualTo("[[1], [2]]");
        assertThat(other.end().counts()).isEqualTo(Map.of("one", 1L, "none", 0L));
    }
}
