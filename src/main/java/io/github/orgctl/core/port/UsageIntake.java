package io.github.orgctl.core.port;

import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.Quantity;

/** Receives usage records for insertion. All are stored once {@link #finish} returns. */
public interface UsageIntake {
    /** Receives records that were not inserted. */
    interface NotAdded {
        /**
         * A record with the same key exists.
         *
         * @param metric metric of the existing record
         * @param quantity quantity of the existing record
         */
        void repeated(UsageEntry entry, Metric metric, Quantity quantity);

        /** The record is too late, and no record with its key exists. */
        void late(UsageEntry entry);
    }

    public void add(UsageEntry entry);

    /** Flushes all buffered records. */
    void finish();
}
