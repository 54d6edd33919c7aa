package io.github.orgctl.store;

import io.github.orgctl.core.model.Failure;
import java.time.Instant;

/** How the rows of one resource are read, and by what they can be sorted. */
abstract class Rows<K> {
    /**
     * A column that rows can be sorted by. Never null in SQL, so that comparing needs no special case.
     *
     * @param field its name in JSON
     * @param reversed whether its natural order is the column's descending one
     */
    record Column(String field, String column, boolean reversed) {
        Column(String field, String column) {
            this(field, column, false);
        }
    }

    /** What stands for no time at all where times are compared. */
    static final long NO_TIME = -1;

    /** The resource as an error calls one of it. */
    abstract String noun();

    /** What helps where a row is invalid. */
    String remedy() {
        return "'orgctl store check' lists everything that is wrong";
    }

    /** All that a user may sort by. */
    abstract Column[] sortable();

    /** The row's value of that field, a String or a Long, as the key's column holds it. */
    abstract Object value(K row, String field);

    /** The id is in column 1. */
    abstract K map(Sql row);

    /**
     * The resource in the query's current row.
     *
     * @throws Failure DAMAGED when it holds what this program never writes, as after an edit by hand
     */
    final K read(Sql row) {
        try {
            return map(row);
        } catch (Failure invalid) {
            throw new Failure(
                    Failure.Kind.DAMAGED,
                    "the store holds an invalid " + noun() + " (" + row.text(1) + "): " + invalid.getMessage(),
                    remedy(),
                    invalid);
        }
    }

    static Long millis(Instant time) {
        return time == null ? NO_TIME : time.toEpochMilli();
    }
}
