package io.github.orgctl.cli.document;

import io.github.orgctl.cli.shape.HintSpelling;
import io.github.orgctl.core.model.value.Failure;
import java.util.ArrayList;
import java.util.List;

/** All problems of documents, reported at once. */
final class DocumentProblems {
    private static final int TOLD = 50;

    private final List<String> told = new ArrayList<>();
    private long number;

    void add(DocumentPlace place, String problem) {
        number++;
        if (told.size() < TOLD) {
            told.add(place + ": " + problem);
        }
    }

    /** Adds the failure of a value object. */
    void add(DocumentPlace place, Failure failure) {
        add(place, failure.getMessage() + (failure.hint() == null ? "" : ": " + HintSpelling.of(failure.hint())));
    }

    boolean isEmpty() {
        return number == 0;
    }

    /** @throws Failure USAGE if there are any */
    void check() {
        if (number == 0) {
            return;
        }
        if (number == 1) {
            throw Failure.usage(told.get(0));
        }
        String more = number > told.size() ? "\n  and " + (number - told.size()) + " more" : "";
        throw Failure.usage(number + " problems in the documents:\n  " + String.join("\n  ", told) + more);
    }
}
