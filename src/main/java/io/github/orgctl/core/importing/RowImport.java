package io.github.orgctl.core.importing;

import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.port.RowSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** Processes rows and counts the outcomes. */
final class RowImport implements RowSource.Reader {
    private final Function<RowSource.Row, RowOutcome> importer;
    private final RowProblems problems = new RowProblems();
    private final Map<RowOutcome, Long> counts = new EnumMap<>(RowOutcome.class);
    private long rows;

    private RowImport(Function<RowSource.Row, RowOutcome> importer) {
        this.importer = importer;
    }

    /**
     * @throws Failure of the first row that failed; its message names the rows that did
     */
    static ImportSummary of(RowSource source, Function<RowSource.Row, RowOutcome> importer) {
        RowImport rows = new RowImport(importer);
        source.read(rows);
        rows.problems.refuse(rows.rows);
        return new ImportSummary(
                rows.rows,
                rows.count(RowOutcome.CREATED),
                rows.count(RowOutcome.UPDATED),
                rows.count(RowOutcome.UNCHANGED),
                rows.count(RowOutcome.SKIPPED));
    }

    private long count(RowOutcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    @Override
    public void row(RowSource.Row row) {
        rows++;
        try {
            counts.merge(importer.apply(row), 1L, Long::sum);
        } catch (Failure failure) {
            if (!isOfRow(failure.kind())) {
                throw failure;
            }
            problems.add(row.line(), failure);
        }
    }

    /** Whether other rows need not fail of the same. */
    private static boolean isOfRow(Failure.Kind kind) {
        return switch (kind) {
            case USAGE, NOT_FOUND, CONFLICT, RULE, FORBIDDEN, REFUSED -> true;
            case BUSY, DAMAGED, IO, NOT_EXECUTABLE, NO_PROGRAM -> false;
        };
    }

    @Override
    public void malformed(long line, Failure failure) {
        rows++;
        problems.add(line, failure);
    }
}
