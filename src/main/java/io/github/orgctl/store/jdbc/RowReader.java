package io.github.orgctl.store.jdbc;

import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Hint;

/** Maps rows to one type of resource. */
public abstract class RowReader<K> {
    /** Name of the resource type in error messages. */
    public abstract String noun();

    /** Hint for an error about an invalid row. */
    public Hint suggestion() {
        return Advice.CHECK_STORE.of();
    }

    /** Maps the current row; column 1 is the id. */
    public abstract K map(Sql row);

    /**
     * Reads the resource in the query's current row.
     *
     * @throws Failure DAMAGED if the row holds an invalid value, for example after a manual edit
     */
    public final K read(Sql row) {
        try {
            return map(row);
        } catch (SqlProblem unread) {
            throw unread;
        } catch (RuntimeException invalid) {
            throw invalid(noun(), row.text(1), suggestion(), invalid);
        }
    }

    /** The error about a row or a value that this program would not have written. */
    public static Failure invalid(String noun, String which, Hint hint, RuntimeException cause) {
        return new Failure(
                Failure.Kind.DAMAGED,
                "the store holds an invalid " + noun + " (" + which + "): " + cause.getMessage(),
                hint,
                cause);
    }
}
