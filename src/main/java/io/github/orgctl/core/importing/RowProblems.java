package io.github.orgctl.core.importing;

import io.github.orgctl.core.model.value.Count;
import io.github.orgctl.core.model.value.Failure;

/** Problems of rows of an import: the first few, and the number of others. */
final class RowProblems {
    private static final int SHOWN = 20;

    private final StringBuilder lines = new StringBuilder();
    private Failure first;
    private long count;

    void add(long line, Failure failure) {
        first = first == null ? failure : first;
        count++;
        if (count <= SHOWN) {
            lines.append("\n  line ").append(line).append(": ").append(failure.getMessage());
        }
    }

    /**
     * @param rows total number of rows
     * @throws Failure of the first problem's kind, if there is a problem
     */
    void refuse(long rows) {
        if (count == 0) {
            return;
        }
        // What helps against a conflict is said for the single command.
        String more = count <= SHOWN ? "" : "\n  and " + (count - SHOWN) + " more";
        throw new Failure(
                first.kind(),
                "nothing was imported: " + count + " of " + Count.of(rows, "row") + " failed" + lines + more,
                first.kind() == Failure.Kind.CONFLICT ? null : first.hint(),
                first);
    }
}
