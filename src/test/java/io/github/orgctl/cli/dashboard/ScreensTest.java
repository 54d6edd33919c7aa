package io.github.orgctl.cli.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.People;
import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.organization.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each screen as it is drawn. */
class ScreensTest {
    private CliHarness orgctl;

    @BeforeEach
    void fill(@TempDir Path folder) {
        orgctl = OddNames.in(folder);
    }

    private DashboardDriver open(int width, int height) {
        return new DashboardDriver(orgctl, width, height, false, "acme");
    }

    @Test
    void projectsAreListedBelowNavigationBarAndTabs() {
        String screen = open(80, 24).screen();

        assertThat(screen.lines().toList())
                .startsWith(
                        "Organization acme ▾  Project choose ▾",
                        " Projects   Organizations                                                 ? help",
                        "Projects  Trash                                                 Projects of acme",
                        "SLUG     NAME                DESCRIPTION",
                        "mobile   Mobile 👨 📱",
                        "nihon    日本語プロジェクト",
                        "website  Website")
                .endsWith("c create  n rename  / filter  o organization  p project  q quit");
    }

    @Test
    void aProjectShowsSandboxAndLiveSideBySide() {
        DashboardDriver dashboard = open(120, 40).press("Down", "Down", "Enter");

        assertThat(dashboard.screen().lines().toList())
                .contains(
                        "acme/website",
                        "sandbox 00000000-0000-4000-8000-000000000006                LIVE 00000000-0000-4000-8000-000000000007",
                        "≠  limits.users  70                                         ≠  limits.users  50",
                        "+  only.here     true                                       -  only.here     not set",
                        "+  stripe.key    •••••••• secret                            -  stripe.key    not set");
    }

    @Test
    void belowAHundredColumnsTheyStandOneAboveTheOther() {
        String screen = open(80, 24).press("Down", "Down", "Enter").screen();

        assertThat(screen)
                .contains("\nsandbox 0000", "\nLIVE 0000", "\n≠  limits.users  70\n", "\n≠  limits.users  50\n");
    }

    @Test
    void aNarrowTerminalShowsTheSame() {
        String screen = open(60, 20).press("Down", "Down", "Enter").screen();

        assertThat(screen).contains("\nsandbox 0000", "\nLIVE 0000", "? help");
        assertThat(screen.lines().count()).isEqualTo(20);
    }

    @Test
    void liveIsMarkedInColourAndInText() {
        DashboardDriver dashboard = open(120, 40).press("Down", "Down", "Enter");
        Frame frame = Screen.draw(dashboard.state());

        int line = dashboard
                .screen()
                .lines()
                .toList()
                .indexOf(
                        "sandbox 00000000-0000-4000-8000-000000000006                LIVE 00000000-0000-4000-8000-000000000007");
        assertThat(frame.style(60, line).color()).isEqualTo(Color.RED);
        assertThat(frame.style(0, line).color()).isEqualTo(Color.GREEN);
    }

    @Test
    void theNoteOfTheSelectedKeyShowsBelow() {
        DashboardDriver dashboard = open(80, 24).press("Down", "Down", "Enter", "Down");

        assertThat(dashboard.screen()).contains("limits.users  70", "\nSeats per team\n");
        assertThat(dashboard.press("Enter").screen()).contains("value: 70", "value: 50", "note: Seats per team");
    }

    @Test
    void anOrganizationShowsItsSections() {
        DashboardDriver dashboard = open(80, 24).press("2", "Enter");

        assertThat(dashboard.screen()).contains("Members  Invitations  Tokens  Billing  Audit log", "ben@example.com");
        assertThat(dashboard.press("Right").screen()).contains("pending");
        assertThat(dashboard.press("Right").screen()).contains("No tokens.");
        assertThat(dashboard.press("Right").screen()).contains("2026-01, open, in USD", "Last 12 months");
        assertThat(dashboard.press("Right").screen()).contains("project.delete", "acme/gone");
        assertThat(dashboard.press("Right").screen()).contains("ben@example.com");
    }

    @Test
    void historyShowsWhatEachRevisionChanged() {
        DashboardDriver dashboard = open(80, 24).press("Down", "Down", "Enter", "h");

        assertThat(dashboard.screen()).contains("History of acme/website:sandbox", "REVISION", "stripe.key");
        assertThat(dashboard.press("Down").screen()).contains("limits.users, only.here");
        assertThat(dashboard.press("Enter").screen())
                .contains("changed limits.users", "before: 50", "after:  70", "added only.here");
    }

    @Test
    void dropDownsEndWithWhatCreatesAnother() {
        assertThat(open(80, 24).press("o").screen())
                .contains("All organizations", "acme  Acme", "+ Create organization");
        assertThat(open(80, 24).press("p").screen()).contains("website  Website", "+ Create new project");
    }

    @Test
    void dropDownsAreSearched() {
        DashboardDriver dashboard = open(80, 24).press("p", "hON");

        assertThat(dashboard.screen()).contains("│ nihon").doesNotContain("│ website");
        assertThat(dashboard.press("Enter").state().project()).isEqualTo("acme/nihon");
    }

    @Test
    void anAccentIsFoundHoweverItIsEncoded() {
        orgctl.must("project", "create", "Cafe\u0301", "--slug", "coffee", "--org", "acme");

        assertThat(open(80, 24).press("/", "caf\u00e9").screen())
                .contains("coffee")
                .doesNotContain("website");
    }

    @Test
    void anEmptyStoreSaysHowToBegin(@TempDir Path empty) {
        DashboardDriver dashboard = new DashboardDriver(new CliHarness(empty), 80, 24, false, null);

        assertThat(dashboard.screen()).contains("No projects");
        assertThat(dashboard.press("2").screen()).contains("No organizations yet. Press c to create one.");
    }

    @Test
    void aViewerIsOfferedNoActions() {
        new People(orgctl).add("acme", "vera@example.com", Role.VIEWER, MemberStatus.ACTIVE);
        DashboardDriver dashboard = new DashboardDriver(orgctl, 80, 24, false, "acme", "--as", "vera@example.com");

        assertThat(dashboard.press("Down", "Down", "Enter").screen()).contains("limits.users  70");
        assertThat(Tasks.of(dashboard.state())).isEmpty();
        dashboard.press("2", "Enter", "Right", "Right");
        assertThat(dashboard.screen()).contains("requires the admin role");
        assertThat(Tasks.of(dashboard.state())).isEmpty();
    }

    @Test
    void readOnlyOffersNoActions() {
        DashboardDriver dashboard = new DashboardDriver(orgctl, 80, 24, true, "acme");

        assertThat(dashboard.screen()).contains("read-only").doesNotContain("create");
        assertThat(dashboard.press("p").screen()).doesNotContain("Create");
        assertThat(dashboard.press("Escape", "Down", "Down", "Enter").screen()).doesNotContain("promote");
    }

    @Test
    void helpIsSearchedAndRunsItsEntries() {
        DashboardDriver dashboard = open(80, 24).press("Down", "Down", "Enter", "?");

        assertThat(dashboard.screen()).contains("Promote sandbox to live", "Show the history of sandbox");
        assertThat(dashboard.press("histor").screen()).doesNotContain("Promote");
        assertThat(dashboard.press("Enter").screen()).contains("History of acme/website:sandbox");
    }

    @Test
    void aTinyTerminalSaysSoAndTheFrameComesBack() {
        DashboardDriver dashboard = open(80, 24).press("Down", "Down", "Enter", "m");
        String before = dashboard.screen();
        for (int[] size : new int[][] {{1, 1}, {2, 1}, {5, 3}}) {
            dashboard.resize(size[0], size[1]);
            assertThat(dashboard.screen().strip()).isNotEmpty();
            dashboard.compare();
        }
        dashboard.resize(80, 24);
        assertThat(dashboard.screen()).isEqualTo(before);
    }

    @Test
    void filterAndSelectionSurviveARefreshAndGoingBack() {
        DashboardDriver dashboard = open(80, 24).press("/", "i", "Enter", "Down", "Enter", "Escape");

        assertThat(dashboard.screen()).contains("/ i");
        assertThat(dashboard.state().place().pane().row().id()).isEqualTo("acme/nihon");
        orgctl.must("project", "create", "Alpine", "--org", "acme");
        dashboard.happen(new Event.StoreChanged());
        assertThat(dashboard.screen()).contains("alpine");
        assertThat(dashboard.state().place().pane().row().id()).isEqualTo("acme/nihon");
    }

    @Test
    void whatVanishedMeanwhileIsSaid() {
        DashboardDriver dashboard = open(80, 24).press("Down", "Down", "Enter");
        orgctl.must("project", "delete", "acme/website", "--confirm", "website");
        dashboard.happen(new Event.StoreChanged());

        assertThat(dashboard.screen()).contains("error:", "website");
        assertThat(dashboard.press("Escape").screen()).contains("nihon").doesNotContain("website  Website");
    }

    @Test
    void anythingThatMovesByKeysIsReachedByArrowsAndEnter() {
        DashboardDriver dashboard = open(80, 24).press("Up", "Left", "Left", "Enter");

        assertThat(dashboard.screen()).contains("Choose an organization");
        dashboard.press("Escape", "Up", "Right", "Enter");
        assertThat(dashboard.state().tab()).isEqualTo(State.ORGANIZATIONS);
        dashboard.press("Up", "Right", "Enter");
        assertThat(dashboard.screen()).contains("Help:");
    }
}
