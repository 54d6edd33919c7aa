package io.github.orgctl.store.jdbc;

import java.sql.SQLException;
import java.sql.SQLWarning;

/** The answer to a commit was lost, so the change may or may not have been made. */
public final class UnknownOutcome extends SQLException {
    private static final long serialVersionUID = 1L;
    private final String command;

    /**
     * @param command id under which the store recorded the change
     */
    public UnknownOutcome(String command, Throwable cause) {
        super("the answer to a commit was lost", "08007", cause);
        this.command = command;
    }

    /** The error reported by the database, if any. */
    public SQLException reason() {
        return getCause() instanceof SQLException said && said.getSQLState() != null && !(said instanceof SQLWarning)
                ? said
                : this;
    }

    public String command() {
        return command;
    }
}
