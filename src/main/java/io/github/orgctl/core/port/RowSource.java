package io.github.orgctl.core.port;

import io.github.orgctl.core.model.value.Failure;
import java.util.Map;

/** Rows of text from an external source, such as a CSV file. */
public interface RowSource {
    /**
     * @param line line number, from 1
     * @param values values by field; a missing field is left unchanged, an empty value clears it
     */
    record Row(long line, Map<String, String> values) {
        /** The value of a field, or null. */
        public String get(String field) {
            return values.get(field);
        }
    }

    /** Receives the rows. */
    interface Reader {
        void row(Row row);

        /**
         * @param line line number of the malformed row, from 1
         * @param failure USAGE, without the line number
         */
        void malformed(long line, Failure failure);
    }

    /**
     * Passes all rows in order.
     *
     * @throws Failure USAGE if the format is wrong as a whole; IO if it can't be read; BUSY if it can't be read a
     *     second time
     */
    void read(Reader reader);
}
