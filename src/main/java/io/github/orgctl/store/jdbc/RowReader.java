package io.github.orgctl.store.jdbc;

import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Hint;

/** Reader for the rows of one resource. */
public abstract class RowReader<K> {
    /** The resource as an error calls one of it. */
    public abstract String noun();

    /** What helps where a row is invalid. */
    public Hint suggestion() {
        return Advice.CHECK_STORE.of();
    }

    /** The id is in column 1. */
    public abstract K map(Sql row);

    /**
     * The resource in the query's current row.
     *
     * @throws Failure DAMAGED when it holds what this program never writes, as after an edit by hand
     */
    public final K read(Sql row) {
        try {
            return map(row);
        } catch (SqlProblem unread) {
            throw unread;
        } catch (RuntimeException invalid) {
            throw new Failure(
                    Failure.Kind.DAMAGED,
                    "the store holds an invalid " + noun() + " (" + row.text(1) + "): " + invalid.getMessage(),
                    suggestion(),
                    invalid);
        }
    }
}
