package io.github.orgctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard in a real terminal. Expected screens are renewed with {@code -Dgenerate}. */
class DashboardIT {
    private static final Path SCREENS = Path.of("src/test/resources/dashboard");

    @TempDir
    static Path prepared;

    @TempDir
    Path scratch;

    private Installation orgctl;

    @BeforeAll
    static void prepare() throws Exception {
        Installation first = Installation.archived(prepared);
        first.must("org", "create", "Acme", "--use");
        first.must("project", "create", "Website");
        first.must("project", "create", "日本語 📱", "--slug", "nihon");
        first.must("config", "set", "api.url=https://api.example.com", "limits.users=50", "--env", "website:sandbox");
        first.must("env", "promote", "website", "--yes", "--allow-new-domains");
        first.must("config", "set", "limits.users=70", "debug=true", "--env", "website:sandbox");
        first.must("config", "note", "limits.users", "Seats per team", "--env", "website:sandbox");
    }

    @BeforeEach
    void install() throws Exception {
        scratch = Installation.copy(prepared, scratch.toRealPath());
        orgctl = Installation.archived(scratch);
        orgctl.env.put("TERM", "xterm-256color");
        orgctl.env.put("TZ", "UTC");
    }

    private Tmux open(int columns, int lines) throws Exception {
        return new Tmux(orgctl, scratch, columns, lines, "dashboard");
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "120, 40", "60, 20"})
    void aProjectLooksAsExpected(int columns, int lines) throws Exception {
        try (Tmux terminal = open(columns, lines)) {
            terminal.await("website");
            terminal.press("Down", "Enter");
            terminal.await("limits.users  50");
            terminal.press("Down", "Down");
            String screen = terminal.await("Seats per team");

            compare(columns + "x" + lines + ".txt", screen);
            assertThat(screen.lines().toList().get(Integer.parseInt(terminal.ask("#{cursor_y}"))))
                    .contains("limits.users");
        }
    }

    private static void compare(String name, String screen) throws IOException {
        String stable = screen.replaceAll("\\b[0-9a-f]{8}-[0-9a-f-]{27}\\b", "00000000-0000-0000-0000-000000000000")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\dZ", "2026-01-02 03:04Z");
        if (System.getProperty("generate") != null) {
            Files.createDirectories(SCREENS);
            Files.writeString(SCREENS.resolve(name), stable);
        }
        assertThat(stable).isEqualTo(Files.readString(SCREENS.resolve(name)));
    }

    @Test
    void somebodyElsesChangeShows() throws Exception {
        try (Tmux terminal = open(80, 24)) {
            terminal.await("website");
            orgctl.must("project", "create", "Elsewhere");
            terminal.await("elsewhere");
        }
    }

    @Test
    void itIsPaintedAnewAfterItWasResized() throws Exception {
        try (Tmux terminal = open(80, 24)) {
            terminal.await("website");
            terminal.resize(20, 4);
            terminal.await("too small");
            terminal.resize(100, 30);
            terminal.await("website");
        }
    }

    @Test
    void qGivesTheTerminalBack() throws Exception {
        try (Tmux terminal = open(80, 24)) {
            terminal.await("website");
            terminal.press("q");
            assertThat(terminal.await(" icanon")).contains("ended with 0");
            assertThat(terminal.ask("#{alternate_on} #{cursor_flag}")).isEqualTo("0 1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "HUP"})
    void aSignalGivesTheTerminalBack(String signal) throws Exception {
        try (Tmux terminal = open(80, 24)) {
            terminal.await("website");
            terminal.signal(signal);
            terminal.await(" icanon");
            assertThat(terminal.ask("#{alternate_on} #{cursor_flag}")).isEqualTo("0 1");
        }
    }

    @Test
    void itEndsWhenItsTerminalGoes() throws Exception {
        ProcessHandle program;
        try (Tmux terminal = open(80, 24)) {
            terminal.await("website");
            program = terminal.program();
            assertThat(program.isAlive()).isTrue();
        }
        program.onExit().get(60, TimeUnit.SECONDS);
    }
}
