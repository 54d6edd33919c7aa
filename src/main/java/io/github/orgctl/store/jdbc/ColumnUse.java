package io.github.orgctl.store.jdbc;

import com.google.errorprone.annotations.Immutable;
import io.github.orgctl.core.model.organization.Role;

/** A column's SQL expression, when it is written, and how rows are sorted by it. */
@Immutable
public final class ColumnUse {
    /** When a column is written. */
    private enum Written {
        /** On insert only; updates use it to find the row. */
        AS_KEY,
        ALWAYS,
        ONCE,
        /** On insert only, with a value that is not part of the resource. Never read. */
        GIVEN,
        NEVER
    }

    /** Type of the sort key. Sort expressions are never null in SQL, so comparisons need no special case. */
    private enum Order {
        VALUE,
        /** Roles in ascending order of rights. */
        RANK,
        TIME_OR_NONE,
        TEXT_OR_NONE,
        NONE
    }

    /** Sort key of a missing time. */
    private static final long NO_TIME = -1;

    private final String expression;
    private final Written written;
    private final String column;
    private final String field;
    private final Order order;
    private final boolean reversed;
    private final boolean changesApart;

    private ColumnUse(String expression, Written written) {
        this(expression, written, expression.substring(expression.indexOf('.') + 1), null, Order.VALUE, false, false);
    }

    private ColumnUse(
            String expression,
            Written written,
            String column,
            String field,
            Order order,
            boolean reversed,
            boolean changesApart) {
        this.expression = expression;
        this.written = written;
        this.column = column;
        this.field = field;
        this.order = order;
        this.reversed = reversed;
        this.changesApart = changesApart;
    }

    /** A column of the primary key. */
    public static ColumnUse primary(String expression) {
        return new ColumnUse(expression, Written.AS_KEY);
    }

    /** A column that updates write. */
    public static ColumnUse edited(String expression) {
        return new ColumnUse(expression, Written.ALWAYS);
    }

    /** A column that is set on insert and never updated, or only by a dedicated statement. */
    public static ColumnUse fixed(String expression) {
        return new ColumnUse(expression, Written.ONCE);
    }

    /** A column whose value is passed separately from the resource. Such columns come last. */
    public static ColumnUse given(String column) {
        return new ColumnUse(column, Written.GIVEN).unsorted();
    }

    /** A read-only expression: a column of another table or a computed value. */
    public static ColumnUse selected(String expression) {
        return new ColumnUse(expression, Written.NEVER);
    }

    /** Sets the column name used for writing. */
    public ColumnUse as(String writtenColumn) {
        return new ColumnUse(expression, written, writtenColumn, field, order, reversed, changesApart);
    }

    /** Sets the JSON name when it differs from the constant's. */
    public ColumnUse field(String jsonName) {
        return new ColumnUse(expression, written, column, jsonName, order, reversed, changesApart);
    }

    public ColumnUse byRank() {
        return by(Order.RANK);
    }

    /** Marks the time as optional; missing times sort first. */
    public ColumnUse orNoTime() {
        return by(Order.TIME_OR_NONE);
    }

    /** Marks the text as optional; missing texts sort first. */
    public ColumnUse orNoText() {
        return by(Order.TEXT_OR_NONE);
    }

    public ColumnUse unsorted() {
        return by(Order.NONE);
    }

    private ColumnUse by(Order other) {
        return new ColumnUse(expression, written, column, field, other, reversed, changesApart);
    }

    /** Sorts in descending order by default. */
    public ColumnUse descending() {
        return new ColumnUse(expression, written, column, field, order, true, changesApart);
    }

    /** Excludes the column from the row's checksum, because it also changes without the rest of the row. */
    public ColumnUse changesApart() {
        return new ColumnUse(expression, written, column, field, order, reversed, true);
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

    /** Whether it is part of the row's checksum: written with the resource, and never without it. */
    boolean isSummed() {
        return isInserted() && !isGiven() && !changesApart;
    }

    public boolean isSorted() {
        return order != Order.NONE;
    }

    /** SQL expression to sort by. */
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
