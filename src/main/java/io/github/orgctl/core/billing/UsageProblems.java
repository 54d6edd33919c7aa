package io.github.orgctl.core.billing;

import io.github.orgctl.core.model.value.Failure;
import java.util.Map;
import java.util.TreeMap;

/**
 * Errors in the lines of an import: the first few, so that they can be fixed together, and the number of further ones.
 */
final class UsageProblems {
    private static final int MAX_LISTED = 10;

    private final TreeMap<Long, Failure> lines = new TreeMap<>();
    private long more;

    void add(long line, Failure failure) {
        lines.put(line, failure);
        if (lines.size() > MAX_LISTED) {
            lines.pollLastEntry();
            more++;
        }
    }

    /**
     * @throws Failure of the first error's kind, if there is one
     */
    void refuse() {
        if (lines.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder("nothing was imported: ");
        String separator = "";
        for (Map.Entry<Long, Failure> line : lines.entrySet()) {
            message.append(separator).append("line ").append(line.getKey());
            message.append(": ").append(line.getValue().getMessage());
            separator = "\n  ";
        }
        message.append(more == 0 ? "" : separator + "and " + more + " more");
        Failure first = lines.firstEntry().getValue();
        throw new Failure(first.kind(), message.toString(), first.hint(), first);
    }
}
