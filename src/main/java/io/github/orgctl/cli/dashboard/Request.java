package io.github.orgctl.cli.dashboard;

import java.util.List;

/** Output of the state machine: work for the store, the terminal or the program. */
sealed interface Request {
    /**
     * Loads rows of a list.
     *
     * @param after id of the row to continue after, or null
     */
    record Load(Query query, String after, int limit) implements Request {}

    /**
     * Runs a command line with {@code --dry-run}.
     *
     * @param columns width of its output
     */
    record Preview(List<String> words, boolean shownOnce, int columns) implements Request {}

    /**
     * Runs a command line.
     *
     * @param columns width of its output
     */
    record Run(List<String> words, boolean shownOnce, int columns) implements Request {}

    /** Shows the changes of a revision. */
    record Differences(Item.OfRevision revision) implements Request {}

    /** Prepares the form for promoting a project, {@code ORG/PROJECT}. */
    record PlanPromotion(String project) implements Request {}

    /** Copies text to the clipboard. */
    record Copy(String text) implements Request {}

    /** Quits. */
    record Quit() implements Request {}
}
