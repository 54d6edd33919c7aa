package io.github.orgctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.store.PostgresPlace;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard on a server, when one of the two is away for a while. */
@Timeout(300)
class DashboardServerIT {
    /** More looks at the store than one refresh needs. */
    private static final int MISSED_SECONDS = 8;

    /** A look at the store, and one more that may have begun, and the lists that are shown. */
    private static final int REFRESH = 4;

    @TempDir
    Path scratch;

    private Relay relay;
    private Installation orgctl;

    /** Uses the server directly. */
    private Installation other;

    @BeforeEach
    void makeStore() throws Exception {
        scratch = scratch.toRealPath();
        PostgresPlace place = PostgresPlace.fresh();
        relay = new Relay(PostgresPlace.port());
        other = Installation.archived(scratch);
        other.env.put("ORGCTL_STORE", place.address());
        other.must("org", "create", "Acme", "--use");
        other.must("project", "create", "Website");
        other.must("project", "create", "Shop");
        orgctl = Installation.archived(scratch);
        orgctl.env.put("TERM", "xterm-256color");
        // Whatever waits for the server waits longer than a test does.
        orgctl.env.put("ORGCTL_STORE", place.addressAt(relay.port()) + "&connect_timeout=600&socketTimeout=600");
    }

    @AfterEach
    void close() throws Exception {
        relay.close();
    }

    private Tmux open() throws Exception {
        Tmux terminal = new Tmux(orgctl, scratch, 80, 24, "dashboard");
        terminal.await("website");
        return terminal;
    }

    @Test
    void itIsRefreshedOnceAfterItWasStopped() throws Exception {
        try (Tmux terminal = open()) {
            terminal.signal("STOP");
            long stopped = System.nanoTime();
            int changes = 0;
            while (System.nanoTime() - stopped < TimeUnit.SECONDS.toNanos(MISSED_SECONDS)) {
                changes++;
                other.must("project", "update", "shop", "--description", "change " + changes);
            }
            int before = relay.connections();
            long continued = System.nanoTime();
            terminal.signal("CONT");
            terminal.await("change " + changes);
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - continued);
            assertThat(relay.connections() - before).isLessThanOrEqualTo(REFRESH + (int) seconds);
            quit(terminal);
        }
    }

    @Test
    void keysAreAnsweredWhileTheServerIsSilent() throws Exception {
        try (Tmux terminal = open()) {
            relay.fallSilent();
            int before = relay.connections();
            while (!relay.isAwaited()) {
                Thread.onSpinWait();
            }
            move(terminal);
            terminal.press("?");
            terminal.await("Help:");
            terminal.press("Escape");
            while (terminal.screen().contains("Help:")) {
                Thread.onSpinWait();
            }
            quit(terminal);
            assertThat(relay.connections()).as("one request at a time").isLessThanOrEqualTo(before + 1);
        }
    }

    @Test
    void itShowsWhatItHasUntilTheServerIsBack() throws Exception {
        try (Tmux terminal = open()) {
            relay.goAway();
            move(terminal);
            assertThat(terminal.screen()).contains("website", "shop");
            other.must("project", "create", "Elsewhere");
            relay.comeBack();
            terminal.await("elsewhere");
            quit(terminal);
        }
    }

    private static void move(Tmux terminal) throws Exception {
        String row = terminal.ask("#{cursor_y}");
        terminal.press("Down");
        while (terminal.ask("#{cursor_y}").equals(row)) {
            Thread.onSpinWait();
        }
    }

    private static void quit(Tmux terminal) throws Exception {
        terminal.press("q");
        assertThat(terminal.await(" icanon")).contains("ended with 0");
    }
}
