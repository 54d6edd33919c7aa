package io.github.orgctl.core.port;

import io.github.orgctl.core.model.Metric;
import io.github.orgctl.core.model.Quantity;

/** Takes in usage. What was given is kept once {@link #finish} has returned. */
public interface UsageIntake {
    /** Is told of records that are not added, because their keys are there already. */
    interface Repeated {
        /**
         * @param metric what the key stands for
         * @param quantity how much of it
         */
        void repeated(UsageEntry entry, Metric metric, Quantity quantity);
    }

    void add(UsageEntry entry);

    /** Adds what is still held back, and returns how many records were added in all, repeated ones aside. */
    long finish();
}
