package io.github.orgctl.store.jdbc;

import io.github.orgctl.core.model.organization.Role;
import java.time.Instant;
import java.util.Arrays;

/** How the rows of one resource are read, and by what they can be sorted. */
public abstract class RowStream<K> extends RowReader<K> {
    /**
     * A column that rows can be sorted by. Never null in SQL, so that comparing needs no special case.
     *
     * @param field its name in JSON
     * @param reversed whether its natural order is the column's descending one
     */
    public record Column(String field, String column, boolean reversed) {
        public Column(String field, String column) {
            this(field, column, false);
        }
    }

    /** What stands for no time at all where times are compared. */
    static final long NO_TIME = -1;

    /** All that a user may sort by. */
    public abstract Column[] sortable();

    /** The row's value of that field, a String or a Long, as the key's column holds it. */
    public abstract Object value(K row, String field);

    /** Sorts roles from the least to the most. */
    public static Column byRank(String field, String column) {
        StringBuilder rank = new StringBuilder("CASE ").append(column);
        for (Role role : Role.values()) {
            rank.append(" WHEN '").append(role).append("' THEN ").append(rank(role));
        }
        return new Column(field, rank.append(" END").toString());
    }

    /** What a role is sorted by. */
    public static Long rank(Role role) {
        return (long) Arrays.asList(Role.values()).indexOf(role);
    }

    public static Long millis(Instant time) {
        return time == null ? NO_TIME : time.toEpochMilli();
    }
}
