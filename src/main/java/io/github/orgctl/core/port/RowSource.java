package io.github.orgctl.core.port;

import io.github.orgctl.core.model.value.Failure;
import java.util.Map;

/** Rows of text from outside, such as those of a CSV file. */
public interface RowSource {
    /**
     * @param line where it begins, from 1
     * @param values by field; a field without a value is missing, and an empty value clears
     */
    record Row(long line, Map<String, String> values) {
        /** A field's value, or null. */
        public String get(String field) {
            return values.get(field);
        }
    }

    /** Takes what is read. */
    interface Reader {
        void row(Row row);

        /**
         * @param line where what can't be read begins, from 1
         * @param failure USAGE, without the line
         */
        void malformed(long line, Failure failure);
    }

    /**
     * Passes the rows in their order, from the first.
     *
     * @throws Failure USAGE when it is not of the right format at all; IO when it can't be read; BUSY when it can't be
     *     read again
     */
    void read(Reader reader);
}
