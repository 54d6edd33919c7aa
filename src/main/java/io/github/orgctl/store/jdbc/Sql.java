package io.github.orgctl.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One statement: takes its parameters in their order, then is run as a change or stepped through as a query. Columns
 * are counted from 1. Times are milliseconds since 1970. Whatever the driver reports leaves as a {@link SqlProblem}.
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

    /** What {@code Timeline.next} says of the time in a column: takes the present twice. */
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

    /** A time, or null for none. */
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

    /** A day as its number from 1970, or null for none. */
    public Sql with(LocalDate value) {
        if (value != null) {
            return with(value.toEpochDay());
        }
        return with((Instant) null);
    }

    /** A number, or null for none. */
    public Sql withNumber(Long value) {
        return value == null ? with((Instant) null) : with(value.longValue());
    }

    /** A {@link String}, a {@link Long}, or null, of whichever type the column is. */
    Sql withKept(Object value) {
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

    /** Runs the statement as a change, closes it and tells how many rows it touched. */
    public int run() {
        try (PreparedStatement closing = statement) {
            return closing.executeUpdate();
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    /** Runs the statement as a change, leaves it ready for the next parameters and tells how many rows it touched. */
    public int runAgain() {
        try {
            parameters = 0;
            return statement.executeUpdate();
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    /** Keeps the parameters for {@link #runBatch}, and takes the next. */
    public void addToBatch() {
        try {
            parameters = 0;
            statement.addBatch();
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    /** Runs the statement once for each set of parameters and tells how many rows each touched. */
    public int[] runBatch() {
        try {
            return statement.executeBatch();
        } catch (SQLException problem) {
            throw new SqlProblem(problem);
        }
    }

    /** Leaves the query ready for other parameters. */
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

    /** Goes to the next row of the query, which the first call runs. */
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

    /** The text in the column, or null. Asked for as bytes: SQLite's driver takes three times as long for a text. */
    public String text(int column) {
        byte[] bytes = bytes(column);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    public String text(Column<?> column) {
        return text(column.place());
    }

    /** The text in the column in UTF-8, or null. */
    public byte[] bytes(int column) {
        try {
            return rows.getBytes(column);
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

    /** The time in the column, or null where there is none. */
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

    /** The day in the column, or null where there is none. */
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
