package io.github.orgctl.store.jdbc;

import com.google.errorprone.annotations.Immutable;
import io.github.orgctl.core.model.organization.Role;

/** How SQL names a column, when it is written, and how rows are sorted by it. */
@Immutable
public final class ColumnUse {
    /** When a column is written. */
    private enum Written {
        /** When its row is inserted; an update finds the row by it. */
        AS_KEY,
        ALWAYS,
        ONCE,
        /** When its row is inserted, with a value that the resource does not have. Never read. */
        GIVEN,
        NEVER
    }

    /** What rows are sorted by. Never null in SQL, so that comparing needs no special case. */
    private enum Order {
        VALUE,
        /** Roles from the least to the most. */
        RANK,
        TIME_OR_NONE,
        TEXT_OR_NONE,
        NONE
    }

    /** What stands for no time at all where times are compared. */
    private static final long NO_TIME = -1;

    private final String expression;
    private final Written written;
    private final String column;
    private final String field;
    private final Order order;
    private final boolean reversed;

    private ColumnUse(String expression, Written written) {
        this(expression, written, expression.substring(expression.indexOf('.') + 1), null, Order.VALUE, false);
    }

    private ColumnUse(String expression, Written written, String column, String field, Order order, boolean reversed) {
        this.expression = expression;
        this.written = written;
        this.column = column;
        this.field = field;
        this.order = order;
        this.reversed = reversed;
    }

    /** A column that identifies its row. */
    public static ColumnUse primary(String expression) {
        return new ColumnUse(expression, Written.AS_KEY);
    }

    /** A column that an update writes, too. */
    public static ColumnUse edited(String expression) {
        return new ColumnUse(expression, Written.ALWAYS);
    }

    /** A column that never changes, or only by a statement of its own. */
    public static ColumnUse fixed(String expression) {
        return new ColumnUse(expression, Written.ONCE);
    }

    /** A column that is given beside the resource. It comes behind all others. */
    public static ColumnUse given(String column) {
        return new ColumnUse(column, Written.GIVEN).unsorted();
    }

    /** What a query finds, in another table or computed. */
    public static ColumnUse selected(String expression) {
        return new ColumnUse(expression, Written.NEVER);
    }

    /** Names it otherwise where it is written. */
    public ColumnUse as(String writtenColumn) {
        return new ColumnUse(expression, written, writtenColumn, field, order, reversed);
    }

    /** Names it otherwise than its constant in JSON. */
    public ColumnUse field(String jsonName) {
        return new ColumnUse(expression, written, column, jsonName, order, reversed);
    }

    public ColumnUse byRank() {
        return by(Order.RANK);
    }

    /** Says that the time may be missing: then it comes before all others. */
    public ColumnUse orNoTime() {
        return by(Order.TIME_OR_NONE);
    }

    /** Says that the text may be missing: then it comes before all others. */
    public ColumnUse orNoText() {
        return by(Order.TEXT_OR_NONE);
    }

    public ColumnUse unsorted() {
        return by(Order.NONE);
    }

    private ColumnUse by(Order other) {
        return new ColumnUse(expression, written, column, field, other, reversed);
    }

    /** Says that its natural order is the descending one. */
    public ColumnUse descending() {
        return new ColumnUse(expression, written, column, field, order, true);
    }

    public String expression() {
        return expression;
    }

    public String column() {
        return column;
    }

    public String field() {
        return field;
    }

    public boolean isReversed() {
        return reversed;
    }

    public boolean isPrimary() {
        return written == Written.AS_KEY;
    }

    public boolean isEdited() {
        return written == Written.ALWAYS;
    }

    public boolean isGiven() {
        return written == Written.GIVEN;
    }

    public boolean isInserted() {
        return written != Written.NEVER;
    }

    public boolean isSorted() {
        return order != Order.NONE;
    }

    /** What SQL sorts by. */
    public String order() {
        return switch (order) {
            case VALUE, NONE -> expression;
            case RANK -> rank();
            case TIME_OR_NONE -> "COALESCE(" + expression + ", " + NO_TIME + ")";
            case TEXT_OR_NONE -> "COALESCE(" + expression + ", '')";
        };
    }

    private String rank() {
        StringBuilder rank = new StringBuilder("CASE ").append(expression);
        for (Role role : Role.values()) {
            rank.append(" WHEN '").append(role).append("' THEN ").append(Column.rank(role));
        }
        return rank.append(" END").toString();
    }

    public Object key(Object kept) {
        return switch (order) {
            case VALUE, NONE -> kept;
            case RANK -> Column.rank(Role.parse((String) kept));
            case TIME_OR_NONE -> kept == null ? (Object) NO_TIME : kept;
            case TEXT_OR_NONE -> kept == null ? "" : kept;
        };
    }
}
