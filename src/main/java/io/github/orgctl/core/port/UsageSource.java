package io.github.orgctl.core.port;

import io.github.orgctl.core.model.value.Failure;

/** Usage from outside, read record by record, each time from the start. */
public interface UsageSource {
    /**
     * One record as it stands there.
     *
     * @param line where it begins, from 1
     * @param at null where none is given
     * @param key null where none is given
     * @param corrects the closed month that it corrects; null where none is given
     */
    record Line(
            long line, String environment, String metric, String quantity, String at, String key, String corrects) {}

    /** Takes what is read. */
    interface Reader {
        void line(Line line);

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
