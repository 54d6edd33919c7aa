package io.github.orgctl.cli.dashboard;

import io.github.orgctl.cli.reply.Outcome;
import io.github.orgctl.cli.terminal.KeyPress;
import io.github.orgctl.cli.terminal.LineInput;
import java.util.ArrayList;
import java.util.List;

/** A dialog or drop-down above the page. It receives all keys until it is closed. */
sealed interface Overlay {
    /** Drop-down of the navigation bar: a searchable list with a row that creates a resource at the bottom. */
    record Picker(boolean ofProjects, Pane pane, LineInput filter, int selected, boolean creates) implements Overlay {
        /** Number of rows before the loaded ones: one for all organizations. */
        int before() {
            return ofProjects || !filter.isEmpty() ? 0 : 1;
        }

        int size() {
            return before() + pane.rows().size() + (creates ? 1 : 0);
        }

        /** Whether the row that creates a resource is selected. */
        boolean isCreating() {
            return creates && selected == size() - 1;
        }

        Picker select(int index) {
            return new Picker(ofProjects, pane, filter, Math.max(0, Math.min(index, size() - 1)), creates);
        }

        Picker with(Pane next) {
            return new Picker(ofProjects, next, filter, selected, creates).select(selected);
        }

        Picker with(LineInput text) {
            return new Picker(ofProjects, pane.filtered(text.text()), text, 0, creates);
        }
    }

    /** Asks for the fields of a task. */
    record Form(Task task, List<LineInput> inputs, int focus) implements Overlay {
        static Form of(Task task) {
            List<LineInput> inputs = new ArrayList<>();
            for (Field field : task.fields()) {
                inputs.add(LineInput.of(field.initial()));
            }
            return new Form(task, List.copyOf(inputs), 0);
        }

        /** Whether the field with the focus has choices rather than a text. */
        boolean isChoice() {
            return !task.fields().get(focus).choices().isEmpty();
        }

        List<String> values() {
            List<String> values = new ArrayList<>();
            for (LineInput input : inputs) {
                values.add(input.text());
            }
            return values;
        }

        Form focused(int index) {
            return new Form(task, inputs, Math.floorMod(index, inputs.size()));
        }

        Form with(LineInput input) {
            List<LineInput> next = new ArrayList<>(inputs);
            next.set(focus, input);
            return new Form(task, List.copyOf(next), focus);
        }
    }

    /**
     * Asks whether to run a task's command line.
     *
     * @param preview what the dry run says; null while it is awaited
     * @param armed whether it was painted: no key that is older counts
     * @param accepting whether the button that runs it is selected rather than Cancel
     * @param typed the word that live wants
     * @param running whether it was sent
     */
    record Confirm(
            Task task,
            List<String> words,
            Outcome preview,
            boolean armed,
            boolean accepting,
            LineInput typed,
            boolean running,
            int scroll)
            implements Overlay {
        /** Word to type before live is changed. */
        static final String WORD = "live";

        static Confirm of(Task task, List<String> words) {
            Outcome none = task.dryRun() ? null : new Outcome(true, List.of());
            return new Confirm(task, words, none, false, false, LineInput.EMPTY, false, 0);
        }

        boolean isRefused() {
            return preview != null && !preview.done();
        }

        /** Whether the command may run. */
        boolean isReady() {
            boolean worded = !task.live() || typed.text().equals(WORD);
            return preview != null && preview.done() && !running && worded;
        }

        Confirm previewed(Outcome outcome) {
            return new Confirm(task, words, outcome, false, accepting, typed, running, scroll);
        }

        Confirm paintedNow() {
            return new Confirm(task, words, preview, preview != null, accepting, typed, running, scroll);
        }

        Confirm accept(boolean accept) {
            return new Confirm(task, words, preview, armed, accept, typed, running, scroll);
        }

        Confirm with(LineInput text) {
            return new Confirm(task, words, preview, armed, text.text().equals(WORD), text, running, scroll);
        }

        Confirm started() {
            return new Confirm(task, words, preview, armed, accepting, typed, true, scroll);
        }

        /** This confirmation after the command failed. */
        Confirm stopped(Outcome outcome) {
            return new Confirm(task, words, outcome, true, false, LineInput.EMPTY, false, 0);
        }

        Confirm scrolled(int lines) {
            int most = preview == null ? 0 : preview.lines().size() - 1;
            return new Confirm(
                    task,
                    words,
                    preview,
                    armed,
                    accepting,
                    typed,
                    running,
                    Math.max(0, Math.min(scroll + lines, most)));
        }
    }

    /** Text to read. */
    record Reader(String title, List<String> lines, int scroll) implements Overlay {
        Reader scrolled(int by) {
            return new Reader(title, lines, Math.max(0, Math.min(scroll + by, lines.size() - 1)));
        }
    }

    /** Available actions with their keys. */
    record Help(List<Entry> all, LineInput filter, int selected) implements Overlay {
        /**
         * @param press the key that runs it
         * @param keys the keys as displayed
         */
        record Entry(KeyPress press, String keys, String title) {}

        List<Entry> entries() {
            List<Entry> found = new ArrayList<>();
            for (Entry entry : all) {
                if (Folded.contains(entry.title() + " " + entry.keys(), filter.text())) {
                    found.add(entry);
                }
            }
            return found;
        }

        Help select(int index) {
            return new Help(all, filter, Math.max(0, Math.min(index, entries().size() - 1)));
        }

        Help with(LineInput text) {
            return new Help(all, text, 0);
        }
    }
}
