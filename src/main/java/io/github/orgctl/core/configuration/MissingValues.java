package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;

/** Collects which secrets and references have no value, so that all of them are named at once. */
public final class MissingValues {
    private final List<String> messages = new ArrayList<>();

    /**
     * Reads a value.
     *
     * @throws Failure what the reading throws, but for NOT_FOUND, which is collected
     */
    public void collect(Runnable reading) {
        try {
            reading.run();
        } catch (Failure failure) {
            if (failure.kind() != Failure.Kind.NOT_FOUND) {
                throw failure;
            }
            messages.add(failure.getMessage());
        }
    }

    /** What was not found, in the order of reading. */
    public List<String> messages() {
        return messages;
    }
}
