package io.github.orgctl.store.jdbc;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Slug;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * A prepared statement. Parameters are set in order, then it is run as a change or iterated as a query. Columns are
 * counted from 1. Times are stored as milliseconds since 1970. Driver errors are rethrown as {@link SqlProblem}.
 */
public final class Sql implements AutoCloseable {
    private final PreparedStatement statement;
    private int parameters;
    private ResultSet rows;

    public Sql(Connection connection, String text) {
        try {
            statement = connection.prepareStatement(text);
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    /**
     * SQL expression equivalent to {@code Timeline.next} for the time in a column. Takes the current time twice as a
     * parameter.
     */
    public static String nextOf(String column) {
        return "CASE WHEN " + column + " < ? THEN ? ELSE " + column + " + 1 END";
    }

    public Sql with(String value) {
        try {
            statement.setString(++parameters, value);
            return this;
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    public Sql with(long value) {
        try {
            statement.setLong(++parameters, value);
            return this;
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    /** Sets a time; null is allowed. */
    public Sql with(Instant value) {
        if (value != null) {
            return with(value.toEpochMilli());
        }
        try {
            statement.setNull(++parameters, Types.BIGINT);
            return this;
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    /** Sets a date as the number of days since 1970; null is allowed. */
    public Sql with(LocalDate value) {
        if (value != null) {
            return with(value.toEpochDay());
        }
        return with((Instant) null);
    }

    /** Sets a number; null is allowed. */
    public Sql withNumber(Long value) {
        return value == null ? with((Instant) null) : with(value.longValue());
    }

    /** Sets a {@link String}, a {@link Long}, or null, regardless of the column's type. */
    public Sql withKept(Object value) {
        if (value != null) {
            return value instanceof Long number ? with(number.longValue()) : with((String) value);
        }
        try {
            statement.setNull(++parameters, Types.NULL);
            return this;
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    /** Runs the statement as a change, closes it and returns the number of affected rows. */
    public int run() {
        try (PreparedStatement closing = statement) {
            return closing.executeUpdate();
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    /** Runs the statement as a change, resets it for new parameters and returns the number of affected rows. */
    public int runAgain() {
        try {
            parameters = 0;
            return statement.executeUpdate();
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    /** Adds the parameters to the batch for {@link #runBatch} and resets them. */
    public void addToBatch() {
        try {
            parameters = 0;
            statement.addBatch();
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    /** Runs the batch and returns the number of affected rows for each set of parameters. */
    public int[] runBatch() {
        try {
            return statement.executeBatch();
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    /** Resets the query for new parameters. */
    public Sql restart() {
        try {
            parameters = 0;
            if (rows != null) {
                rows.close();
                rows = null;
            }
            return this;
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    /** Moves to the next row. The first call runs the query. */
    public boolean next() {
        try {
            if (rows == null) {
                rows = statement.executeQuery();
            }
            return rows.next();
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    /**
     * Text in the column, or null. Read as bytes, because SQLite's driver takes three times as long to read a string.
     */
    public String text(int column) {
        byte[] bytes = bytes(column);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    public String text(Column<?> column) {
        return text(column.place());
    }

    /**
     * Value of a type that is kept as text.
     *
     * @param noun name of the type in error messages
     * @throws Failure DAMAGED if the type refuses the text, for example after a manual edit
     */
    public <V> V value(int column, String noun, Function<String, V> type) {
        String text = text(column);
        try {
            return type.apply(text);
        } catch (RuntimeException invalid) {
            throw invalid(noun, text, invalid);
        }
    }

    // Without a function, which takes time at the start: most commands read some of these.

    public Id id(int column) {
        String text = text(column);
        try {
            return new Id(text);
        } catch (RuntimeException invalid) {
            throw invalid("ID", text, invalid);
        }
    }

    public Slug slug(int column) {
        String text = text(column);
        try {
            return new Slug(text);
        } catch (RuntimeException invalid) {
            throw invalid("slug", text, invalid);
        }
    }

    public Key key(int column) {
        String text = text(column);
        try {
            return new Key(text);
        } catch (RuntimeException invalid) {
            throw invalid("key", text, invalid);
        }
    }

    private static Failure invalid(String noun, String text, RuntimeException cause) {
        return RowReader.invalid(noun, text, Advice.CHECK_STORE.of(), cause);
    }

    /** UTF-8 text in the column, or null. */
    public byte[] bytes(int column) {
        try {
            return rows.getBytes(column);
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    /** Value of the column as returned by the driver. */
    public Object object(int column) {
        try {
            return rows.getObject(column);
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    public long number(int column) {
        try {
            return rows.getLong(column);
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    public long number(Column<?> column) {
        return number(column.place());
    }

    /** Time in the column, or null. */
    public Instant time(int column) {
        try {
            long millis = rows.getLong(column);
            return millis == 0 && rows.wasNull() ? null : Instant.ofEpochMilli(millis);
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    public Instant time(Column<?> column) {
        return time(column.place());
    }

    /** Date in the column, or null. */
    public LocalDate day(int column) {
        try {
            long day = rows.getLong(column);
            return day == 0 && rows.wasNull() ? null : LocalDate.ofEpochDay(day);
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    public LocalDate day(Column<?> column) {
        return day(column.place());
    }

    @Override
    public void close() {
        try {
            statement.close();
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }
}
