package io.github.orgctl.cli.dashboard;

import io.github.orgctl.cli.terminal.Key;
import io.github.orgctl.cli.terminal.KeyPress;
import io.github.orgctl.cli.terminal.LineInput;
import java.util.List;

/** Handles keys in drop-downs and dialogs. */
final class OverlayKeys {
    private static final int SCREENFUL = 10;

    private OverlayKeys() {}

    static Step press(State state, Overlay overlay, KeyPress press) {
        if (overlay instanceof Overlay.Picker picker) {
            return picker(state, picker, press);
        } else if (overlay instanceof Overlay.Form form) {
            return form(state, form, press);
        } else if (overlay instanceof Overlay.Confirm confirm) {
            return confirm(state, confirm, press);
        } else if (overlay instanceof Overlay.Reader reader) {
            return reader(state, reader, press);
        }
        return help(state, (Overlay.Help) overlay, press);
    }

    static State paste(State state, Overlay overlay, String text) {
        if (overlay instanceof Overlay.Picker picker) {
            return state.with(picker.with(picker.filter().plus(text)));
        } else if (overlay instanceof Overlay.Help help) {
            return state.with(help.with(help.filter().plus(text)));
        } else if (overlay instanceof Overlay.Form form && !form.isChoice()) {
            return state.with(form.with(form.inputs().get(form.focus()).plus(text)));
        }
        return state;
    }

    private static Step picker(State state, Overlay.Picker picker, KeyPress press) {
        LineInput input = press.key() == Key.HOME || press.key() == Key.END
                ? null
                : picker.filter().press(press);
        if (input != null) {
            return Step.of(state.with(
                    input.text().equals(picker.filter().text())
                            ? new Overlay.Picker(
                                    picker.ofProjects(), picker.pane(), input, picker.selected(), picker.creates())
                            : picker.with(input)));
        }
        return switch (press.key()) {
            case ESCAPE -> Step.of(state.close());
            case ENTER -> picked(state.close(), picker);
            default -> Step.of(state.with(picker.select(moved(picker.selected(), picker.size(), press.key()))));
        };
    }

    /** The index that a key moves a selection to, which may be out of bounds. */
    static int moved(int selected, int size, Key key) {
        return switch (key) {
            case UP -> selected - 1;
            case DOWN, TAB -> selected + 1;
            case PAGE_UP -> selected - SCREENFUL;
            case PAGE_DOWN -> selected + SCREENFUL;
            case HOME -> 0;
            case END -> size - 1;
            default -> selected;
        };
    }

    private static Step picked(State state, Overlay.Picker picker) {
        if (picker.isCreating()) {
            return Keys.start(
                    state,
                    picker.ofProjects() ? Tasks.createProject(state.organization()) : Tasks.createOrganization());
        }
        int index = picker.selected() - picker.before();
        if (index < 0) {
            return Step.of(state.in(null).tab(State.PROJECTS));
        }
        if (index >= picker.pane().rows().size()) {
            return Step.of(state);
        }
        String name = picker.pane().rows().get(index).item().reference();
        return picker.ofProjects()
                ? Step.of(state.in(state.organization()).tab(State.PROJECTS).open(Place.project(name)))
                : Step.of(inOrganization(state, name));
    }

    /** In the tab of organizations, the page of the chosen one. */
    private static State inOrganization(State state, String slug) {
        State there = state.in(slug);
        return there.tab() == State.PROJECTS ? there : there.outermost().open(Place.organization(slug));
    }

    private static Step form(State state, Overlay.Form form, KeyPress press) {
        LineInput input = form.isChoice()
                ? choose(form, press)
                : form.inputs().get(form.focus()).press(press);
        if (input != null) {
            return Step.of(state.with(form.with(input)));
        }
        return switch (press.key()) {
            case ESCAPE -> Step.of(state.close());
            case UP -> Step.of(state.with(form.focused(form.focus() - 1)));
            case DOWN, TAB -> Step.of(state.with(form.focused(form.focus() + (press.shift() ? -1 : 1))));
            case ENTER -> confirm(state, form.task(), form.task().words().of(form.values()));
            default -> Step.of(state);
        };
    }

    /** The next or previous choice, or null if the key selects neither. */
    private static LineInput choose(Overlay.Form form, KeyPress press) {
        List<String> choices = form.task().fields().get(form.focus()).choices();
        int index = choices.indexOf(form.inputs().get(form.focus()).text());
        boolean next = press.key() == Key.RIGHT || press.isText() && press.character() == ' ';
        if (!next && press.key() != Key.LEFT) {
            return null;
        }
        return LineInput.of(choices.get(Math.floorMod(index + (next ? 1 : -1), choices.size())));
    }

    /** Opens the confirmation and starts a dry run if the command has one. */
    static Step confirm(State state, Task task, List<String> words) {
        Overlay.Confirm confirm = Overlay.Confirm.of(task, List.copyOf(words));
        Step step = Step.of(state.open(confirm));
        return task.dryRun()
                ? step.plus(List.of(new Request.Preview(confirm.words(), task.shownOnce(), Dialog.innerWidth(state))))
                : step;
    }

    private static Step confirm(State state, Overlay.Confirm confirm, KeyPress press) {
        if (press.key() == Key.ESCAPE) {
            return Step.of(state.close());
        } else if (!confirm.armed() || confirm.running()) {
            return Step.of(state);
        }
        if (press.isText()
                && Latin.of(press.character()) == 'y'
                && confirm.typed().isEmpty()) {
            return Step.of(
                    state.telling("sent to the terminal's clipboard"),
                    new Request.Copy(CommandWords.spelled(state.options(), confirm.words())));
        }
        boolean arrow = press.key() == Key.LEFT || press.key() == Key.RIGHT;
        LineInput input = confirm.task().live() && !confirm.isRefused() && !arrow
                ? confirm.typed().press(press)
                : null;
        if (input != null) {
            return Step.of(state.with(confirm.with(input)));
        }
        return switch (press.key()) {
            case LEFT, RIGHT, TAB -> Step.of(state.with(confirm.accept(!confirm.accepting())));
            case UP -> Step.of(state.with(confirm.scrolled(-1)));
            case DOWN -> Step.of(state.with(confirm.scrolled(1)));
            case PAGE_UP -> Step.of(state.with(confirm.scrolled(-SCREENFUL)));
            case PAGE_DOWN -> Step.of(state.with(confirm.scrolled(SCREENFUL)));
            case ENTER -> decided(state, confirm);
            default -> Step.of(state);
        };
    }

    private static Step decided(State state, Overlay.Confirm confirm) {
        if (!confirm.accepting()) {
            return Step.of(state.close());
        }
        return confirm.isReady()
                ? Step.of(
                        state.with(confirm.started()),
                        new Request.Run(confirm.words(), confirm.task().shownOnce(), Dialog.innerWidth(state)))
                : Step.of(state);
    }

    private static Step reader(State state, Overlay.Reader reader, KeyPress press) {
        if (press.isText()) {
            return switch (Latin.of(press.character())) {
                case 'y' -> Keys.copy(state, String.join("\n", reader.lines()));
                case 'q' -> Step.of(state.close());
                case ' ' -> Step.of(state.with(reader.scrolled(SCREENFUL)));
                default -> Step.of(state);
            };
        }
        return switch (press.key()) {
            case ESCAPE, ENTER -> Step.of(state.close());
            case UP -> Step.of(state.with(reader.scrolled(-1)));
            case DOWN -> Step.of(state.with(reader.scrolled(1)));
            case PAGE_UP -> Step.of(state.with(reader.scrolled(-SCREENFUL)));
            case PAGE_DOWN -> Step.of(state.with(reader.scrolled(SCREENFUL)));
            case HOME -> Step.of(state.with(reader.scrolled(-reader.lines().size())));
            case END -> Step.of(state.with(reader.scrolled(reader.lines().size())));
            default -> Step.of(state);
        };
    }

    private static Step help(State state, Overlay.Help help, KeyPress press) {
        LineInput input = press.key() == Key.HOME || press.key() == Key.END
                ? null
                : help.filter().press(press);
        if (input != null) {
            return Step.of(state.with(help.with(input)));
        }
        if (press.key() == Key.ESCAPE || press.key() == Key.F1) {
            return Step.of(state.close());
        } else if (press.key() == Key.ENTER) {
            List<Overlay.Help.Entry> entries = help.entries();
            return entries.isEmpty()
                    ? Step.of(state)
                    : Keys.press(state.close(), entries.get(help.selected()).press());
        }
        return Step.of(
                state.with(help.select(moved(help.selected(), help.entries().size(), press.key()))));
    }
}
