package io.github.orgctl.core;

import io.github.orgctl.core.model.Failure;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the lines of an import: the first few, so that they can be mended together. */
final class UsageProblems {
    private static final int ENOUGH = 10;

    private final List<String> lines = new ArrayList<>();
    private Failure first;

    /**
     * @throws Failure of the first problem's kind, when there are enough
     */
    void add(long line, Failure failure) {
        first = first == null ? failure : first;
        lines.add("line " + line + ": " + failure.getMessage());
        if (lines.size() == ENOUGH) {
            refuse();
        }
    }

    /**
     * @throws Failure of the first problem's kind, when there is one
     */
    void refuse() {
        if (first != null) {
            String message = "nothing is imported: " + String.join("\n  ", lines);
            throw new Failure(first.kind(), message, first.hint(), first);
        }
    }
}
