package io.github.orgctl.cli.dashboard;

import io.github.orgctl.cli.terminal.RawTerminal;
import io.github.orgctl.cli.terminal.TerminalEvent;
import io.github.orgctl.cli.terminal.TerminalNotice;
import io.github.orgctl.cli.verb.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The dashboard on a terminal: reads keys, paints frames, and leaves work on the store to the {@link Worker}. */
public final class Dashboard {
    private static final long FRAME_MILLIS = 8;

    private final Workspace workspace;
    private final boolean mouse;
    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Painter painter;
    private State state;
    private boolean isPainted;
    private Worker worker;
    private RawTerminal terminal;
    private boolean quits;

    /**
     * @param readOnly whether it offers no actions
     * @param mouse whether mouse events are enabled
     */
    public Dashboard(Workspace workspace, boolean readOnly, boolean mouse) {
        this.workspace = workspace;
        this.mouse = mouse;
        this.painter = new Painter(workspace.hasColor());
        this.state = State.first(1, 1, readOnly, workspace.options(), organization(workspace));
    }

    private static String organization(Workspace workspace) {
        return workspace.context().organization() == null
                ? null
                : workspace.context().organization().toString();
    }

    /** Runs until the user quits or the terminal is gone. */
    public void run() {
        try (RawTerminal opened = new RawTerminal(workspace.host(), new Modes(mouse));
                Worker started = new Worker(workspace, events)) {
            terminal = opened;
            worker = started;
            take(Update.next(state, new Event.Resized(opened.columns(), opened.lines())));
            take(Update.begin(state));
            started.start();
            while (!quits) {
                paint();
                handle(terminal.read());
                answers();
                worker.rethrow();
            }
        }
    }

    /** Handles available answers, and waits briefly for those that the next frame can still show. */
    private void answers() {
        try {
            long patience = worker.isBusy() ? FRAME_MILLIS : 0;
            Event event = events.poll(patience, TimeUnit.MILLISECONDS);
            while (event != null) {
                take(Update.next(state, event));
                event = events.poll();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            quits = true;
        }
    }

    private void handle(TerminalEvent event) {
        if (event == TerminalNotice.RESIZED) {
            take(Update.next(state, new Event.Resized(terminal.columns(), terminal.lines())));
        } else if (event == TerminalNotice.RESUMED) {
            painter.forget();
            take(Update.next(state, new Event.Resized(terminal.columns(), terminal.lines())));
        } else if (event == TerminalNotice.IDLE) {
            // What was typed before the dialog was painted has been read by now.
            if (state.overlay() instanceof Overlay.Confirm confirm && !confirm.armed()) {
                take(Update.next(state, new Event.Painted()));
            }
        } else {
            take(Update.next(state, new Event.Typed(event)));
        }
    }

    private void paint() {
        if (isPainted) {
            return;
        }
        isPainted = true;
        String update = painter.paint(Screen.draw(state));
        if (!update.isEmpty()) {
            terminal.write(update);
        }
    }

    private void take(Step step) {
        state = step.state();
        isPainted = false;
        for (Request request : step.requests()) {
            if (request instanceof Request.Quit) {
                quits = true;
            } else if (request instanceof Request.Copy copy) {
                byte[] text = copy.text().getBytes(StandardCharsets.UTF_8);
                terminal.write("\u001b]52;c;" + Base64.getEncoder().encodeToString(text) + "\u0007");
            } else {
                worker.ask(request);
            }
        }
    }

    /** Another screen, without line wrapping, with pasted text marked as such, and with the mouse if it is wanted. */
    private record Modes(boolean mouse) implements RawTerminal.Screen {
        private static final String ENTER = "\u001b[?1049h\u001b[?7l\u001b[?2004h";
        private static final String LEAVE = "\u001b[?2004l\u001b[?7h\u001b[0m\u001b[?25h\u001b[?1049l";
        private static final String MOUSE_ON = "\u001b[?1000h\u001b[?1006h";
        private static final String MOUSE_OFF = "\u001b[?1006l\u001b[?1000l";

        @Override
        public String enter() {
            return mouse ? ENTER + MOUSE_ON : ENTER;
        }

        @Override
        public String leave() {
            return mouse ? MOUSE_OFF + LEAVE : LEAVE;
        }
    }
}
