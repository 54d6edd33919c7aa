package io.github.orgctl.cli.dashboard;

import io.github.orgctl.core.model.access.Action;
import java.util.List;
import java.util.Set;

/**
 * Answer to a query, all from one state of the store.
 *
 * @param more whether there are rows behind these
 * @param heading lines above the rows
 * @param columns titles of the columns
 * @param copied what stands for the list as a whole when nothing is selected, such as an environment ID; may be null
 * @param locked whether it is that of a locked environment
 * @param allowed what the acting identity may do there
 */
record Listed(
        List<Row> rows,
        boolean more,
        List<Label> heading,
        List<String> columns,
        String copied,
        boolean locked,
        Set<Action> allowed) {
    static final Listed NOTHING = new Listed(List.of(), false, List.of(), List.of(), null, false, Set.of());

    /** A list that the acting identity may not read. */
    static Listed refused(String reason, Set<Action> permitted) {
        return new Listed(List.of(), false, List.of(Label.of(reason)), List.of(), null, false, permitted);
    }
}
