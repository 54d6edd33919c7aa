package io.github.orgctl.core.port;

import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.Quantity;

/** Takes in usage. What was given is kept once {@link #finish} has returned. */
public interface UsageIntake {
    /** Is told of records that are not added. */
    interface NotAdded {
        /**
         * The key is there already.
         *
         * @param metric what the key stands for
         * @param quantity how much of it
         */
        void repeated(UsageEntry entry, Metric metric, Quantity quantity);

        /** It comes too late to be added, and its key is not there. */
        void late(UsageEntry entry);
    }

    public void add(UsageEntry entry);

    /** Adds what is still held back. */
    void finish();
}
