package io.github.orgctl.cli.dashboard;

import io.github.orgctl.cli.dashboard.Query.Source;
import io.github.orgctl.cli.terminal.Key;
import io.github.orgctl.cli.terminal.KeyPress;
import io.github.orgctl.cli.terminal.LineInput;
import io.github.orgctl.core.model.organization.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Handles keys on a page and on the navigation bar; {@link OverlayKeys} handles those of overlays. */
final class Keys {
    private Keys() {}

    static Step press(State state, KeyPress press) {
        if (state.overlay() != null) {
            return OverlayKeys.press(state, state.overlay(), press);
        } else if (state.typing()) {
            return Step.of(filter(state, press));
        } else if (state.bar() >= 0) {
            return bar(state, press);
        }
        return press.isText() ? letter(state, (char) Latin.of(press.character())) : page(state, press);
    }

    /** Inserts pasted text into the focused input field; ignored elsewhere. */
    static State paste(State state, String text) {
        if (state.overlay() != null) {
            return OverlayKeys.paste(state, state.overlay(), text);
        }
        Pane pane = state.place().pane();
        return state.typing()
                ? state.with(pane.filtered(
                        LineInput.of(pane.query().filter()).plus(text).text()))
                : state;
    }

    private static State filter(State state, KeyPress press) {
        Pane pane = state.place().pane();
        LineInput input = LineInput.of(pane.query().filter()).press(press);
        if (input != null && press.key() != Key.LEFT && press.key() != Key.HOME) {
            return state.with(pane.filtered(input.text()));
        }
        return switch (press.key()) {
            case ENTER, ESCAPE, TAB -> state.typing(false);
            case DOWN -> state.typing(false).with(pane.select(pane.selected()));
            default -> state;
        };
    }

    private static Step bar(State state, KeyPress press) {
        int part = state.bar();
        return switch (press.key()) {
            case LEFT -> Step.of(state.onBar(Math.floorMod(part - 1, State.BAR_PARTS)));
            case RIGHT, TAB -> Step.of(state.onBar(Math.floorMod(part + 1, State.BAR_PARTS)));
            case DOWN, ESCAPE -> Step.of(state.onBar(-1));
            case ENTER -> enterBar(state.onBar(-1), part);
            case CHARACTER ->
                press.isText() ? letter(state.onBar(-1), (char) Latin.of(press.character())) : Step.of(state);
            case F1 -> help(state.onBar(-1));
            default -> Step.of(state);
        };
    }

    private static Step enterBar(State state, int part) {
        return switch (part) {
            case 0 -> letter(state, 'o');
            case 1 -> letter(state, 'p');
            case 2 -> Step.of(state.tab(State.PROJECTS));
            case 3 -> Step.of(state.tab(State.ORGANIZATIONS));
            default -> help(state);
        };
    }

    private static Step page(State state, KeyPress press) {
        Place place = state.place();
        Pane pane = place.pane();
        return switch (press.key()) {
            case UP ->
                Step.of(pane.selected() == 0 ? state.onBar(2 + state.tab()) : state.with(moved(pane, press.key())));
            case LEFT -> Step.of(state.with(place.focused(place.focus() - 1)));
            case RIGHT, TAB -> Step.of(state.with(place.focused(place.focus() + 1)));
            case ENTER -> enter(state, place, pane);
            case ESCAPE -> Step.of(escape(state, pane));
            case F1 -> help(state);
            default -> Step.of(state.with(moved(pane, press.key())));
        };
    }

    private static Pane moved(Pane pane, Key key) {
        return pane.select(OverlayKeys.moved(pane.selected(), pane.rows().size(), key));
    }

    /** Goes back one level; never quits. */
    private static State escape(State state, Pane pane) {
        if (!pane.query().filter().isEmpty()) {
            return state.with(pane.filtered(""));
        }
        return state.hasOuter() ? state.back() : state.telling("press q to quit");
    }

    private static Step enter(State state, Place place, Pane pane) {
        Item item = pane.item();
        if (item instanceof Item.OfProject project) {
            return Step.of(state.open(Place.project(project.reference())));
        } else if (item instanceof Item.OfOrganization organization) {
            return Step.of(state.open(Place.organization(organization.reference())));
        } else if (item instanceof Item.OfRevision revision) {
            return Step.of(state, new Request.Differences(revision));
        }
        return pane.row() == null ? Step.of(state) : Step.of(state.open(details(place, pane)));
    }

    private static Overlay details(Place place, Pane pane) {
        List<String> lines = new ArrayList<>();
        for (Pane each : place.visible()) {
            Row row = each.row();
            if (row == null || !row.id().equals(pane.row().id())) {
                continue;
            }
            if (lines.isEmpty()) {
                lines.add(row.id());
            }
            addDetails(lines, each, row, place.visible().size() > 1 ? each.title() : "");
        }
        return new Overlay.Reader(pane.title(), lines, 0);
    }

    private static void addDetails(List<String> lines, Pane pane, Row row, String title) {
        lines.add("");
        if (!title.isEmpty()) {
            lines.add(title + ":");
        }
        for (int i = 0; i < row.cells().size() && i < pane.content().columns().size(); i++) {
            String column = pane.content().columns().get(i);
            String text = row.cells().get(i).text();
            if (!column.isEmpty() && !text.equals(row.id())) {
                lines.add(column.toLowerCase(Locale.ROOT) + ": " + text);
            }
        }
        if (!row.detail().isEmpty()) {
            lines.add("note: " + row.detail());
        }
    }

    private static Step letter(State state, char letter) {
        Place place = state.place();
        Pane pane = place.pane();
        return switch (letter) {
            case 'q' -> Step.of(state, new Request.Quit());
            case '?' -> help(state);
            case '/' -> Step.of(state.typing(true));
            case 'o' -> Step.of(state.open(picker(false, Query.all(Source.ORGANIZATIONS))));
            case 'p' -> Step.of(state.open(picker(true, Query.ofOrganization(Source.PROJECTS, state.organization()))));
            case '1' -> Step.of(state.tab(State.PROJECTS));
            case '2' -> Step.of(state.tab(State.ORGANIZATIONS));
            case 's' -> place.isProject() ? Step.of(state.with(place.focused(place.focus() + 1))) : Step.of(state);
            case 'h' ->
                place.isProject()
                        ? Step.of(state.open(
                                Place.history(place.project(), pane.query().mode())))
                        : Step.of(state);
            case 'y' ->
                copy(
                        state,
                        pane.content().copied() == null
                                ? value(pane)
                                : pane.content().copied());
            case 'x' -> copy(state, value(pane));
            default -> task(state, letter);
        };
    }

    private static String value(Pane pane) {
        return pane.item() == null ? "" : pane.item().reference();
    }

    static Step copy(State state, String text) {
        return text.isEmpty()
                ? Step.of(state.telling("nothing to copy"))
                : Step.of(state.telling("sent to the terminal's clipboard: " + text), new Request.Copy(text));
    }

    private static Overlay picker(boolean ofProjects, Query query) {
        return new Overlay.Picker(
                ofProjects, Pane.of(ofProjects ? "Project" : "Organization", query), LineInput.EMPTY, 0, false);
    }

    private static Step task(State state, char letter) {
        for (Task task : Tasks.of(state)) {
            if (task.key() == letter) {
                return start(state, task);
            }
        }
        return Step.of(state.telling("no action on '" + letter + "' here: press ? for help"));
    }

    /** Opens the form of a task, or its confirmation if it has no fields. */
    static Step start(State state, Task task) {
        if (task.plan() != null) {
            return Step.of(state, task.plan());
        }
        return task.fields().isEmpty()
                ? OverlayKeys.confirm(state, task, task.words().of(List.of()))
                : Step.of(state.open(Overlay.Form.of(task)));
    }

    private static Step help(State state) {
        List<Overlay.Help.Entry> entries = new ArrayList<>();
        for (Task task : Tasks.of(state)) {
            entries.add(entry(task.key(), task.title()));
        }
        Place place = state.place();
        if (place.isProject()) {
            Mode mode = place.pane().query().mode();
            entries.add(entry('h', "Show the history of " + mode));
            entries.add(entry('s', "Switch to " + mode.other()));
            entries.add(entry('y', "Copy the environment ID of " + mode));
            entries.add(entry('x', "Copy the value of the selected key"));
        } else {
            entries.add(entry('y', "Copy the name of the selected row"));
        }
        entries.add(new Overlay.Help.Entry(KeyPress.of(Key.ENTER), "Enter", "Open the selected row"));
        entries.add(entry('/', "Filter the list"));
        entries.add(entry('o', "Choose an organization"));
        entries.add(entry('p', "Choose a project"));
        entries.add(entry('1', "Go to Projects"));
        entries.add(entry('2', "Go to Organizations"));
        entries.add(new Overlay.Help.Entry(KeyPress.of(Key.TAB), "Tab, arrows", "Go to the next list or section"));
        entries.add(new Overlay.Help.Entry(KeyPress.of(Key.ESCAPE), "Esc", "Go back"));
        entries.add(entry('q', "Quit"));
        return Step.of(state.open(new Overlay.Help(entries, LineInput.EMPTY, 0)));
    }

    private static Overlay.Help.Entry entry(char key, String title) {
        return new Overlay.Help.Entry(KeyPress.of(key), Character.toString(key), title);
    }
}
