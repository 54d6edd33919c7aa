package org.postgresql.plain;

import java.util.function.Supplier;

/** A logger that logs nothing, with the methods that the driver calls. */
public final class Logger {
    private static final Logger ONLY = new Logger();

    private Logger() {}

    public static Logger getLogger(String name) {
        return ONLY;
    }

    public boolean isLoggable(Level level) {
        return false;
    }

    public void log(Level level, String message) {
        // Not logged.
    }

    public void log(Level level, String message, Object parameter) {
        // Not logged.
    }

    public void log(Level level, String message, Object[] parameters) {
        // Not logged.
    }

    public void log(Level level, String message, Throwable thrown) {
        // Not logged.
    }

    public void log(Level level, Supplier<String> message) {
        // Not logged.
    }
}
