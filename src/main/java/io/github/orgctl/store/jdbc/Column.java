package io.github.orgctl.store.jdbc;

import io.github.orgctl.core.model.organization.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * A column of a table, declared once as a constant of an enum: every statement and every order derive from the constants.
 *
 * @param <K> the resource of a row
 */
public interface Column<K> {
    String name();

    int ordinal();

    /** How SQL names it, and what it is for. */
    ColumnUse use();

    /** What is kept of a resource: a String, a Long, or null. */
    Object of(K row);

    /** Its place in a query, counted from 1. */
    default int place() {
        return ordinal() + 1;
    }

    /** What JSON calls it: {@code liveWrites} for {@code LIVE_WRITES}. */
    default String field() {
        String given = use().field();
        return given == null ? camelCase(name()) : given;
    }

    /** What of a resource its rows are sorted by: a String or a Long, as {@link ColumnUse#order} has it. */
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

    /** A time as it is kept, or null for none. */
    static Long millis(Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    /** A day as it is kept, or null for none. */
    static Long number(LocalDate day) {
        return day == null ? null : day.toEpochDay();
    }

    /** A value as it is kept, or null for none. */
    static String text(Object value) {
        return value == null ? null : value.toString();
    }

    /** What a role is sorted by. */
    static Long rank(Role role) {
        return (long) Arrays.asList(Role.values()).indexOf(role);
    }
}
