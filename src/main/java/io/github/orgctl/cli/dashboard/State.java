package io.github.orgctl.cli.dashboard;

import java.util.ArrayList;
import java.util.List;

/**
 * The state of the dashboard.
 *
 * @param readOnly whether no action is offered
 * @param options words that command lines begin with to do the same as the same identity
 * @param organization slug of the chosen organization, or null for all
 * @param tab index of the tab
 * @param places of each tab its pages, the innermost last
 * @param typing whether keys go to the filter of the list
 * @param bar index of the part of the navigation bar that has the focus, or -1
 * @param overlays what lies above the page, the innermost last
 * @param notice what just happened, or empty
 */
record State(
        int width,
        int height,
        boolean readOnly,
        List<String> options,
        String organization,
        int tab,
        List<List<Place>> places,
        boolean typing,
        int bar,
        List<Overlay> overlays,
        String notice) {
    static final int PROJECTS = 0;
    static final int ORGANIZATIONS = 1;
    /** Below this many columns, panes stand one above the other. */
    static final int WIDE = 100;

    /** Parts of the navigation bar: two drop-downs, two tabs, help. */
    static final int BAR_PARTS = 5;

    static final int BAR_HELP = 4;

    /**
     * @param organization slug of the one to begin in, or null
     */
    static State first(int width, int height, boolean readOnly, List<String> options, String organization) {
        return new State(
                width,
                height,
                readOnly,
                options,
                organization,
                PROJECTS,
                List.of(List.of(Place.projects(organization)), List.of(Place.organizations())),
                false,
                -1,
                List.of(),
                "");
    }

    boolean isWide() {
        return width >= WIDE;
    }

    Place place() {
        List<Place> stack = places.get(tab);
        return stack.get(stack.size() - 1);
    }

    /** The innermost overlay, or null. */
    Overlay overlay() {
        return overlays.isEmpty() ? null : overlays.get(overlays.size() - 1);
    }

    /** {@code ORG/PROJECT} of the page's project, or null. */
    String project() {
        return place().project();
    }

    State resized(int columns, int lines) {
        return new State(columns, lines, readOnly, options, organization, tab, places, typing, bar, overlays, notice);
    }

    State telling(String text) {
        return new State(width, height, readOnly, options, organization, tab, places, typing, bar, overlays, text);
    }

    State typing(boolean on) {
        return new State(width, height, readOnly, options, organization, tab, places, on, -1, overlays, notice);
    }

    State onBar(int part) {
        return new State(width, height, readOnly, options, organization, tab, places, false, part, overlays, notice);
    }

    State tab(int index) {
        return new State(width, height, readOnly, options, organization, index, places, false, bar, overlays, notice);
    }

    /** This state in another organization, at its list of projects. */
    State in(String slug) {
        List<List<Place>> next = new ArrayList<>(places);
        next.set(PROJECTS, List.of(Place.projects(slug)));
        return new State(width, height, readOnly, options, slug, tab, List.copyOf(next), false, -1, overlays, notice);
    }

    private State stack(List<Place> stack) {
        List<List<Place>> next = new ArrayList<>(places);
        next.set(tab, List.copyOf(stack));
        return places(next);
    }

    State places(List<List<Place>> next) {
        return new State(
                width, height, readOnly, options, organization, tab, List.copyOf(next), typing, bar, overlays, notice);
    }

    State with(Place place) {
        List<Place> stack = new ArrayList<>(places.get(tab));
        stack.set(stack.size() - 1, place);
        return stack(stack);
    }

    State with(Pane pane) {
        return with(place().with(pane));
    }

    State open(Place place) {
        List<Place> stack = new ArrayList<>(places.get(tab));
        stack.add(place);
        return stack(stack).typing(false);
    }

    /** Whether the page was opened from another. */
    boolean hasOuter() {
        return places.get(tab).size() > 1;
    }

    State back() {
        List<Place> stack = places.get(tab);
        return stack(stack.subList(0, stack.size() - 1)).typing(false);
    }

    /** The first page of the tab. */
    State outermost() {
        return stack(places.get(tab).subList(0, 1));
    }

    State open(Overlay overlay) {
        List<Overlay> next = new ArrayList<>(overlays);
        next.add(overlay);
        return overlays(next);
    }

    State close() {
        return overlays.isEmpty() ? this : overlays(overlays.subList(0, overlays.size() - 1));
    }

    /** This state with the innermost overlay replaced. */
    State with(Overlay overlay) {
        return close().open(overlay);
    }

    State overlays(List<Overlay> next) {
        return new State(
                width, height, readOnly, options, organization, tab, places, typing, bar, List.copyOf(next), notice);
    }
}
