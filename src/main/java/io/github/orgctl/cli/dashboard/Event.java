package io.github.orgctl.cli.dashboard;

import io.github.orgctl.cli.reply.Outcome;
import io.github.orgctl.cli.terminal.TerminalEvent;
import java.util.List;

/** Input of the state machine. */
sealed interface Event {
    /** Key, paste or mouse button. */
    record Typed(TerminalEvent event) implements Event {}

    record Resized(int width, int height) implements Event {}

    /** The state was painted, and all earlier keys were read. */
    record Painted() implements Event {}

    /** The store was changed by someone. */
    record StoreChanged() implements Event {}

    /** Rows were loaded. */
    record Loaded(Request.Load request, Listed listed) implements Event {}

    /**
     * Rows could not be loaded.
     *
     * @param gone whether the parent resource is gone or inaccessible, rather than the store being busy
     */
    record LoadFailed(Request.Load request, String message, boolean gone) implements Event {}

    record Previewed(List<String> words, Outcome outcome) implements Event {}

    record Ran(List<String> words, boolean shownOnce, Outcome outcome) implements Event {}

    /** The fields of a task are known. */
    record Planned(Request request, Task task) implements Event {}

    /** Text to show. */
    record Told(String title, List<String> lines) implements Event {}
}
