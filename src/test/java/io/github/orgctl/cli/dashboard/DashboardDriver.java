package io.github.orgctl.cli.dashboard;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.app.DashboardWorkspace;
import io.github.orgctl.cli.terminal.Key;
import io.github.orgctl.cli.terminal.KeyPress;
import io.github.orgctl.cli.terminal.Paste;
import io.github.orgctl.cli.terminal.TerminalEvent;
import io.github.orgctl.cli.verb.Workspace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jline.utils.ScreenTerminal;

/** The dashboard without a terminal, on a store of a test's own: each key is answered to the end before the next. */
final class DashboardDriver {
    private final RequestHandler handler;
    private final Painter painter = new Painter(true);
    private final List<String> copied = new ArrayList<>();
    private ScreenTerminal terminal;
    private State state;
    private boolean quit;

    DashboardDriver(
            CliHarness orgctl, int width, int height, boolean readOnly, String organization, String... options) {
        Workspace workspace = DashboardWorkspace.open(orgctl, options);
        handler = new RequestHandler(workspace);
        terminal = new ScreenTerminal(width, height);
        state = State.first(width, height, readOnly, workspace.options(), organization);
        take(Update.begin(state));
    }

    /** Presses keys: {@code Enter}, {@code Down} and the like, or else the characters of a text. */
    DashboardDriver press(String... keys) {
        for (String key : keys) {
            if (key.length() > 1 && isNamed(key)) {
                type(KeyPress.of(Key.valueOf(key.toUpperCase(Locale.ROOT))));
            } else {
                key.codePoints().forEach(c -> type(KeyPress.of(c)));
            }
        }
        return this;
    }

    private static boolean isNamed(String key) {
        for (Key named : Key.values()) {
            if (named.name().equalsIgnoreCase(key)) {
                return true;
            }
        }
        return false;
    }

    DashboardDriver paste(String text) {
        type(new Paste(text));
        return this;
    }

    /** One key that is read before what the one before it opened was painted. */
    DashboardDriver pressAhead(TerminalEvent event) {
        take(Update.next(state, new Event.Typed(event)));
        return this;
    }

    void type(TerminalEvent event) {
        take(Update.next(state, new Event.Typed(event)));
        take(Update.next(state, new Event.Painted()));
    }

    void happen(Event event) {
        take(Update.next(state, event));
    }

    void resize(int width, int height) {
        terminal = new ScreenTerminal(Math.max(2, width), Math.max(2, height));
        painter.forget();
        take(Update.next(state, new Event.Resized(width, height)));
    }

    private void take(Step first) {
        Deque<Step> steps = new ArrayDeque<>(List.of(first));
        while (!steps.isEmpty()) {
            Step step = steps.poll();
            state = step.state();
            for (Request request : step.requests()) {
                if (request instanceof Request.Quit) {
                    quit = true;
                } else if (request instanceof Request.Copy copy) {
                    copied.add(copy.text());
                } else {
                    Step answered = Update.next(state, handler.answer(request));
                    state = answered.state();
                    steps.add(new Step(state, answered.requests()));
                }
            }
        }
    }

    /** Paints the state, and compares what the terminal shows then with the frame. */
    void compare() {
        Frame frame = Screen.draw(state);
        terminal.write("\u001b[?7l" + painter.paint(frame));
        Screens.assertShows(terminal, frame);
    }

    State state() {
        return state;
    }

    String screen() {
        return Screen.draw(state).toString();
    }

    boolean hasQuit() {
        return quit;
    }

    List<String> copied() {
        return copied;
    }
}
