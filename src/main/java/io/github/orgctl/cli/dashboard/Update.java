package io.github.orgctl.cli.dashboard;

import io.github.orgctl.cli.dashboard.Request.Load;
import io.github.orgctl.cli.terminal.Key;
import io.github.orgctl.cli.terminal.KeyPress;
import io.github.orgctl.cli.terminal.MouseButton;
import io.github.orgctl.cli.terminal.Paste;
import io.github.orgctl.core.model.access.Action;
import java.util.ArrayList;
import java.util.List;

/** The transition function: state and event to next state and requests. */
final class Update {
    /** Rows of a page. */
    static final int PAGE = 100;

    /** Distance of the selection from the last loaded row at which more rows are requested. */
    private static final int MARGIN = 30;

    private Update() {}

    /** The initial step. */
    static Step begin(State state) {
        return Step.of(state).plus(loads(state));
    }

    static Step next(State state, Event event) {
        if (event instanceof Event.Typed typed) {
            return settled(state, typed(state, typed));
        } else if (event instanceof Event.Resized resized) {
            return Step.of(state.resized(resized.width(), resized.height()));
        } else if (event instanceof Event.Painted) {
            boolean arms = state.overlay() instanceof Overlay.Confirm confirm && !confirm.armed();
            return Step.of(arms ? state.with(((Overlay.Confirm) state.overlay()).paintedNow()) : state);
        } else if (event instanceof Event.StoreChanged) {
            return Step.of(state).plus(loads(state));
        } else if (event instanceof Event.Loaded loaded) {
            return settled(state, Step.of(loaded(state, loaded)));
        } else if (event instanceof Event.LoadFailed failed) {
            return failed(state, failed);
        } else if (event instanceof Event.Previewed previewed) {
            return Step.of(previewed(state, previewed));
        } else if (event instanceof Event.Ran ran) {
            return ran(state, ran);
        } else if (event instanceof Event.Planned planned) {
            return planned(state, planned);
        }
        Event.Told told = (Event.Told) event;
        return Step.of(state.open(new Overlay.Reader(told.title(), told.lines(), 0)));
    }

    /** Opens the form unless the user has moved on. */
    private static Step planned(State state, Event.Planned event) {
        boolean awaited = state.overlay() == null
                && !state.typing()
                && Tasks.of(state).stream().anyMatch(task -> event.request().equals(task.plan()));
        return awaited ? Keys.start(state, event.task()) : Step.of(state);
    }

    private static Step typed(State state, Event.Typed typed) {
        if (typed.event() instanceof KeyPress press) {
            return Keys.press(state.telling(""), press);
        } else if (typed.event() instanceof Paste paste) {
            return Step.of(Keys.paste(state, paste.text()));
        } else if (typed.event() instanceof MouseButton button && !button.released()) {
            return mouse(state, button);
        }
        return Step.of(state);
    }

    private static Step mouse(State state, MouseButton button) {
        return switch (button.button()) {
            case 64 -> Keys.press(state, KeyPress.of(Key.UP));
            case 65 -> Keys.press(state, KeyPress.of(Key.DOWN));
            case 0 -> Step.of(state.overlays().isEmpty() ? clicked(state, button) : state);
            default -> Step.of(state);
        };
    }

    private static State clicked(State state, MouseButton button) {
        for (Layout.Area area : Layout.of(state).areas()) {
            int row = area.rowAt(button.column(), button.line());
            if (row >= 0) {
                Place place = state.place().focused(area.pane());
                return state.typing(false).with(place.with(place.pane().select(row)));
            }
        }
        return state;
    }

    /** Requests the lists that became visible, and more rows where the selection nears their end. */
    private static Step settled(State before, Step step) {
        State state = step.state();
        List<Load> loads = new ArrayList<>();
        List<Query> shown = queries(before);
        for (Pane pane : panes(state)) {
            boolean awaited = !pane.isLoaded() && pane.problem() == null;
            if (awaited || !shown.contains(pane.query())) {
                loads.add(first(pane));
            } else if (pane.content().more()
                    && selected(state, pane) > pane.rows().size() - MARGIN) {
                loads.add(new Load(
                        pane.query(), pane.rows().get(pane.rows().size() - 1).id(), PAGE));
            }
        }
        return step.plus(loads);
    }

    private static int selected(State state, Pane pane) {
        return state.overlay() instanceof Overlay.Picker picker && picker.pane().equals(pane)
                ? picker.selected()
                : pane.selected();
    }

    /** Requests all visible lists again. */
    private static List<Load> loads(State state) {
        List<Load> loads = new ArrayList<>();
        for (Pane pane : panes(state)) {
            loads.add(first(pane));
        }
        return loads;
    }

    private static Load first(Pane pane) {
        return new Load(pane.query(), null, Math.max(PAGE, pane.rows().size()));
    }

    private static List<Query> queries(State state) {
        List<Query> queries = new ArrayList<>();
        panes(state).forEach(pane -> queries.add(pane.query()));
        return queries;
    }

    private static List<Pane> panes(State state) {
        List<Pane> panes = new ArrayList<>(state.place().visible());
        if (state.overlay() instanceof Overlay.Picker picker) {
            panes.add(picker.pane());
        }
        return panes;
    }

    private static State loaded(State state, Event.Loaded event) {
        Load request = event.request();
        return eachPane(state, request, pane -> {
            if (request.after() == null) {
                return pane.with(event.listed());
            }
            boolean follows = !pane.rows().isEmpty()
                    && pane.rows().get(pane.rows().size() - 1).id().equals(request.after());
            return follows ? pane.plus(event.listed()) : pane;
        });
    }

    /** If the row to continue after is gone, the list is loaded from its start. */
    private static Step failed(State state, Event.LoadFailed event) {
        Load request = event.request();
        if (event.gone() && request.after() != null) {
            return Step.of(state, new Load(request.query(), null, PAGE));
        }
        State next = eachPane(state, request, pane -> pane.failed(event.message(), event.gone()));
        return Step.of(event.gone() ? next : next.telling(event.message()));
    }

    private interface PaneChange {
        Pane of(Pane pane);
    }

    /** Changes all panes with the given query. */
    private static State eachPane(State state, Load request, PaneChange change) {
        List<List<Place>> tabs = new ArrayList<>();
        for (List<Place> stack : state.places()) {
            List<Place> places = new ArrayList<>();
            for (Place place : stack) {
                List<Pane> panes = new ArrayList<>();
                place.panes().forEach(pane -> panes.add(changed(pane, request, change)));
                places.add(place.withAll(panes));
            }
            tabs.add(List.copyOf(places));
        }
        List<Overlay> overlays = new ArrayList<>();
        for (Overlay overlay : state.overlays()) {
            overlays.add(
                    overlay instanceof Overlay.Picker picker
                            ? creating(picker.with(changed(picker.pane(), request, change)), state)
                            : overlay);
        }
        return state.places(tabs).overlays(overlays);
    }

    private static Pane changed(Pane pane, Load request, PaneChange change) {
        return pane.query().equals(request.query()) ? change.of(pane) : pane;
    }

    /** Whether the row that creates a resource is offered depends on the permissions of the loaded list. */
    private static Overlay.Picker creating(Overlay.Picker picker, State state) {
        Action right = picker.ofProjects() ? Action.PROJECT_CREATE : Action.ORG_CREATE;
        boolean known = !picker.ofProjects() || state.organization() != null;
        boolean creates =
                !state.readOnly() && known && picker.pane().content().allowed().contains(right);
        return new Overlay.Picker(picker.ofProjects(), picker.pane(), picker.filter(), picker.selected(), creates);
    }

    private static State previewed(State state, Event.Previewed event) {
        List<Overlay> overlays = new ArrayList<>();
        for (Overlay overlay : state.overlays()) {
            boolean awaits = overlay instanceof Overlay.Confirm confirm
                    && confirm.words().equals(event.words())
                    && !confirm.running();
            overlays.add(awaits ? ((Overlay.Confirm) overlay).previewed(event.outcome()) : overlay);
        }
        return state.overlays(overlays);
    }

    private static Step ran(State state, Event.Ran event) {
        if (!event.outcome().done()) {
            return Step.of(refused(state, event));
        }
        List<Overlay> left = new ArrayList<>();
        for (Overlay overlay : state.overlays()) {
            boolean isOver = overlay instanceof Overlay.Form
                    || overlay instanceof Overlay.Confirm
                    || overlay instanceof Overlay.Picker;
            if (!isOver) {
                left.add(overlay);
            }
        }
        List<String> lines = event.outcome().lines();
        State next = state.overlays(left).telling("done: " + CommandWords.spelled(List.of(), event.words()));
        if (event.shownOnce()) {
            next = next.open(new Overlay.Reader("Result", lines, 0));
        }
        return Step.of(next).plus(loads(next));
    }

    private static State refused(State state, Event.Ran event) {
        List<Overlay> overlays = new ArrayList<>();
        boolean shown = false;
        for (Overlay overlay : state.overlays()) {
            if (overlay instanceof Overlay.Confirm confirm && confirm.words().equals(event.words())) {
                overlays.add(confirm.stopped(event.outcome()));
                shown = true;
            } else {
                overlays.add(overlay);
            }
        }
        return shown
                ? state.overlays(overlays)
                : state.open(new Overlay.Reader("Not done", event.outcome().lines(), 0));
    }
}
