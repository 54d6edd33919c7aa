package io.github.orgctl.store.jdbc;

import io.github.orgctl.core.model.organization.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * A column of a table, declared once as an enum constant. All statements and sort orders derive from the constants.
 *
 * @param <K> type of the resource that a row holds
 */
public interface Column<K> {
    String name();

    int ordinal();

    /** The column's SQL expression and usage. */
    ColumnUse use();

    /** Returns the stored value of a resource: a String, a Long, or null. */
    Object of(K row);

    /** Position in a query, counted from 1. */
    default int place() {
        return ordinal() + 1;
    }

    /** Field name in JSON: {@code liveWrites} for {@code LIVE_WRITES}. */
    default String field() {
        String given = use().field();
        return given == null ? camelCase(name()) : given;
    }

    /** Returns the sort key of a resource: a String or a Long, in the order that {@link ColumnUse#order} defines. */
    default Object key(K row) {
        return use().key(of(row));
    }

    private static String camelCase(String constant) {
        StringBuilder text = new StringBuilder(constant.length());
        for (int i = 0; i < constant.length(); i++) {
            char c = constant.charAt(i);
            if (c != '_') {
                text.append(i > 0 && constant.charAt(i - 1) == '_' ? c : Character.toLowerCase(c));
            }
        }
        return text.toString();
    }

    /** Converts a time to its stored form; null stays null. */
    static Long millis(Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    /** Converts a date to its stored form; null stays null. */
    static Long number(LocalDate day) {
        return day == null ? null : day.toEpochDay();
    }

    /** Converts a value to its stored form; null stays null. */
    static String text(Object value) {
        return value == null ? null : value.toString();
    }

    /** Sort key of a role. */
    static Long rank(Role role) {
        return (long) Arrays.asList(Role.values()).indexOf(role);
    }
}
