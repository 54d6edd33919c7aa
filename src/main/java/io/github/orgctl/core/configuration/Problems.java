package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;

/** Collects why a change can't be made, so that all of it is told at once. */
final class Problems {
    private final List<Failure> failures = new ArrayList<>();

    /** Runs a check, and collects what it throws (CONFLICT, REFUSED or RULE). */
    void collect(Runnable check) {
        try {
            check.run();
        } catch (Failure failure) {
            switch (failure.kind()) {
                case CONFLICT, REFUSED, RULE -> failures.add(failure);
                default -> throw failure;
            }
        }
    }

    /** Adds a problem; null for none. */
    void add(Failure failure) {
        if (failure != null) {
            failures.add(failure);
        }
    }

    boolean isEmpty() {
        return failures.isEmpty();
    }

    /**
     * @throws Failure when there are problems: of the first one's kind, with all messages
     */
    void refuse() {
        if (failures.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder();
        for (Failure failure : failures) {
            message.append(message.length() == 0 ? "" : "; ").append(failure.getMessage());
        }
        Failure first = failures.get(0);
        throw new Failure(first.kind(), message.toString(), first.hint(), first);
    }
}
