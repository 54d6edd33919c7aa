package io.github.orgctl.cli.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.terminal.Key;
import io.github.orgctl.cli.terminal.KeyPress;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keys must and must not do, whatever is open. */
class KeysTest {
    private CliHarness orgctl;
    private DashboardDriver dashboard;

    @BeforeEach
    void open(@TempDir Path folder) {
        orgctl = OddNames.in(folder);
        dashboard = new DashboardDriver(orgctl, 80, 24, false, "acme");
    }

    @Test
    void escapeClosesTheInnermostAndNeverQuits() {
        dashboard.press("Down", "Down", "Enter", "?", "Escape");
        assertThat(dashboard.state().project()).isEqualTo("acme/website");
        dashboard.press("Escape");
        assertThat(dashboard.state().project()).isNull();
        dashboard.press("Escape", "Escape", "Escape");
        assertThat(dashboard.hasQuit()).isFalse();
        assertThat(dashboard.screen()).contains("press q to quit");
    }

    @Test
    void qQuitsButNotWithinAnInput() {
        dashboard.press("/", "q", "Enter");
        assertThat(dashboard.state().place().pane().query().filter()).isEqualTo("q");
        dashboard.press("Escape", "c", "qq", "Escape", "o", "q", "Escape", "?", "q", "Escape");
        assertThat(dashboard.hasQuit()).isFalse();
        assertThat(dashboard.press("q").hasQuit()).isTrue();
    }

    @Test
    void commandsWorkOnCyrillicAndGreekKeyboardsAndInputsTakeTheirLetters() {
        dashboard.press("/", "й");
        assertThat(dashboard.state().place().pane().query().filter()).isEqualTo("й");
        assertThat(dashboard.hasQuit()).isFalse();
        dashboard.press("Enter", "Escape");
        assertThat(dashboard.press("щ").screen()).contains("Choose an organization");
        dashboard.press("Escape");
        assertThat(dashboard.press("ο").screen()).contains("Choose an organization");
        assertThat(dashboard.press("Escape", "й").hasQuit()).isTrue();
    }

    @Test
    void whatWasTypedBeforeADialogWasPaintedDoesNotCount() {
        dashboard.press("c", "Initech");
        for (int i = 0; i < 4; i++) {
            dashboard.pressAhead(KeyPress.of(Key.ENTER));
            dashboard.pressAhead(KeyPress.of(Key.RIGHT));
        }
        assertThat(dashboard.state().overlay()).isInstanceOf(Overlay.Confirm.class);
        assertThat(orgctl.must("project", "list", "--org", "acme")).doesNotContain("initech");
    }

    @Test
    void cancelIsTheDefault() {
        dashboard.press("c", "Initech", "Enter", "Enter");

        assertThat(dashboard.state().overlay()).isInstanceOf(Overlay.Form.class);
        assertThat(orgctl.must("project", "list", "--org", "acme")).doesNotContain("initech");
    }

    @Test
    void liveWantsAWord() {
        dashboard.press("Down", "Down", "Enter", "m", "Enter", "Right", "Enter");
        assertThat(orgctl.must("config", "get", "limits.users", "--env", "acme/website:live"))
                .isEqualTo("50\n");
        dashboard.press("liv", "Right", "Enter");
        assertThat(orgctl.must("config", "get", "limits.users", "--env", "acme/website:live"))
                .isEqualTo("50\n");
        dashboard.press("Backspace", "Backspace", "Backspace", "live", "Enter");
        assertThat(orgctl.must("config", "get", "limits.users", "--env", "acme/website:live"))
                .isEqualTo("70\n");
    }

    @Test
    void pastedTextIsText() {
        dashboard.paste("qqq\n");
        assertThat(dashboard.hasQuit()).isFalse();
        dashboard.press("c").paste("Ini\ntech");
        assertThat(((Overlay.Form) dashboard.state().overlay()).values().get(0)).isEqualTo("Ini tech");
    }

    @Test
    void theEnvironmentIdIsCopiedWhole() {
        dashboard.press("Down", "Down", "Enter", "y", "Tab", "y");

        assertThat(dashboard.copied())
                .containsExactly("00000000-0000-4000-8000-000000000006", "00000000-0000-4000-8000-000000000007");
        assertThat(dashboard.screen()).contains("sent to the terminal's clipboard: 0000");
    }

    @Test
    void noCommandNeedsAKeyThatSomeKeyboardsLack() {
        dashboard.press("Down", "Down", "Enter", "?");
        Overlay.Help help = (Overlay.Help) dashboard.state().overlay();

        for (Overlay.Help.Entry entry : help.all()) {
            assertThat("[]{}\\@|~").doesNotContain(entry.keys());
        }
    }
}
