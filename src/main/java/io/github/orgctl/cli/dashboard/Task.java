package io.github.orgctl.cli.dashboard;

import io.github.orgctl.core.model.access.Action;
import java.util.List;

/**
 * An action of the dashboard. Prompts for its fields, shows the command line with the changes it would make, asks for
 * confirmation and runs it.
 *
 * @param key starts the action
 * @param right required permission
 * @param live whether it changes live, which has to be confirmed by a word
 * @param dryRun whether a dry run shows the changes before the confirmation
 * @param shownOnce whether the output is shown only once, as a secret is
 * @param plan request that determines the fields; null if they are known
 */
record Task(
        char key,
        String title,
        Action right,
        List<Field> fields,
        Words words,
        boolean live,
        boolean dryRun,
        boolean shownOnce,
        Request plan) {
    /** Writes the command line. */
    interface Words {
        /** Words without the program's name. */
        List<String> of(List<String> values);
    }

    Task(char key, String title, Action right, List<Field> fields, Words words) {
        this(key, title, right, fields, words, false, true, false, null);
    }

    /** This task for a change of a live environment. */
    Task onLive(boolean isLive) {
        return new Task(key, title, right, fields, words, isLive, dryRun, shownOnce, plan);
    }

    /** This task for a command without a dry run. */
    Task withoutDryRun() {
        return new Task(key, title, right, fields, words, live, false, shownOnce, plan);
    }

    /** This task for a command whose output is shown only once. */
    Task showingOnce() {
        return new Task(key, title, right, fields, words, live, dryRun, true, plan);
    }

    /** This task with fields that depend on the store. */
    Task plannedBy(Request request) {
        return new Task(key, title, right, fields, words, live, dryRun, shownOnce, request);
    }
}
