package io.github.orgctl.core.port;

import io.github.orgctl.core.model.billing.NewUsage;
import io.github.orgctl.core.model.value.Failure;

/** Usage from outside, read record by record, each time from the start. */
public interface UsageSource {
    /** Takes what is read. */
    interface Reader {
        /**
         * @param line where it begins, from 1
         */
        void usage(long line, NewUsage usage);

        /**
         * @param line where what could not be read begins, from 1
         * @param failure USAGE, without the line
         */
        void malformed(long line, Failure failure);
    }

    /**
     * Passes the records in their order, and what is none, as far as it can be read.
     *
     * @return the SHA-256 of its content in lower-case hex, which recognizes it
     * @throws Failure USAGE when it is not of the right format at all; IO when it can't be read; BUSY when it can't be
     *     read once more
     */
    String read(Reader reader);
}
