package io.github.orgctl.core.port;

import io.github.orgctl.core.model.billing.NewUsage;
import io.github.orgctl.core.model.value.Failure;

/** Usage from an external source. It can be read more than once, each time from the start. */
public interface UsageSource {
    /** Receives the records. */
    interface Reader {
        /**
         * @param line line number, from 1
         */
        void usage(long line, NewUsage usage);

        /**
         * @param line line number of the malformed record, from 1
         * @param failure USAGE, without the line number
         */
        void malformed(long line, Failure failure);
    }

    /**
     * Passes all records in order, and reports malformed ones.
     *
     * @return SHA-256 of the content in lower-case hex, which identifies it
     * @throws Failure USAGE if the format is wrong as a whole; IO if it can't be read; BUSY if it can't be read a
     *     second time
     */
    String read(Reader reader);
}
