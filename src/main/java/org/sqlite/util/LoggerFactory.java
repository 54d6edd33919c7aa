package org.sqlite.util;

import java.util.function.Supplier;

/**
 * Gives the driver a logger that says nothing.
 *
 * <p>The driver's own looks for SLF4J and starts java.util.logging, to report what it also throws, or what is of no
 * use to the user of a command.
 */
public class LoggerFactory {
    private static final Logger SILENT = new Silent();

    public static Logger getLogger(Class<?> hostClass) {
        return SILENT;
    }

    private static final class Silent implements Logger {
        @Override
        public void trace(Supplier<String> message) {}

        @Override
        public void info(Supplier<String> message) {}

        @Override
        public void warn(Supplier<String> message) {}

        @Override
        public void error(Supplier<String> message, Throwable t) {}
    }
}
