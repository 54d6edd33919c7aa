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

/** Each action does what its command line does. */
class ActionsTest {
    private CliHarness orgctl;
    private DashboardDriver dashboard;

    @BeforeEach
    void open(@TempDir Path folder) {
        orgctl = OddNames.in(folder);
        dashboard = new DashboardDriver(orgctl, 120, 40, false, "acme");
    }

    private DashboardDriver website() {
        return dashboard.press("Down", "Down", "Enter");
    }

    private String get(String key, String environment) {
        return orgctl.must("config", "get", key, "--env", environment, "-o", "json");
    }

    @Test
    void createsAProject() {
        dashboard.press("c", "Web shop", "Tab", "shop", "Enter");
        assertThat(dashboard.screen()).contains("orgctl project create --org acme --slug shop 'Web shop'", "dry run");
        dashboard.press("Right", "Enter");

        assertThat(orgctl.must("project", "show", "acme/shop")).contains("Web shop");
        assertThat(dashboard.screen()).contains("done: orgctl project create", "shop     Web shop");
    }

    @Test
    void createsAnOrganizationFromTheDropDown() {
        dashboard.press("o", "End", "Enter", "Initech", "Enter", "Right", "Enter");

        assertThat(orgctl.must("org", "list")).contains("initech");
        assertThat(dashboard.state().overlays()).isEmpty();
    }

    @Test
    void aNameThatLooksLikeAnOptionIsAName() {
        dashboard.press("c", "--dry-run", "Tab", "odd", "Enter", "Right", "Enter");

        assertThat(orgctl.must("project", "show", "acme/odd")).contains("--dry-run");
    }

    @Test
    void renamesAProjectAndAnOrganization() {
        dashboard.press("n", "!", "Enter", "Right", "Enter");
        assertThat(orgctl.must("project", "show", "acme/mobile")).contains("📱!");
        dashboard.press("2", "n", " Ltd", "Enter", "Right", "Enter");
        assertThat(orgctl.must("org", "show", "acme")).contains("Acme Ltd");
    }

    @Test
    void setsAValueOfEachType() {
        website().press("a", "flag", "Tab", "true", "Enter", "Right", "Enter");
        assertThat(get("flag", "acme/website:sandbox")).contains("true").doesNotContain("\"true\"");
        dashboard.press("a", "code", "Tab", "0123", "Tab", "Right", "Enter", "Right", "Enter");
        assertThat(get("code", "acme/website:sandbox")).contains("\"0123\"");
        dashboard.press("a", "dash", "Tab", "-", "Enter", "Right", "Enter");
        assertThat(get("dash", "acme/website:sandbox")).contains("\"-\"");
    }

    @Test
    void setsAValueToWhatItIsWithoutChangingIt() {
        orgctl.must("config", "set", "text=123", "--string", "--env", "acme/website:sandbox");
        orgctl.must("config", "set", "none=null", "--json", "--env", "acme/website:sandbox");
        String before = orgctl.must("config", "list", "--env", "acme/website:sandbox", "-o", "json");
        website();
        for (int i = 0; i < 7; i++) {
            dashboard.press("e", "Enter", "Right", "Enter", "Escape", "Escape", "Down");
            if (dashboard.state().project() == null) {
                website();
            }
        }

        assertThat(orgctl.must("config", "list", "--env", "acme/website:sandbox", "-o", "json"))
                .isEqualTo(before);
    }

    @Test
    void removesAKey() {
        website().press("Down", "d", "Enter", "Right", "Enter");

        assertThat(orgctl.run("config", "get", "limits.users", "--env", "acme/website:sandbox")
                        .exit())
                .isEqualTo(3);
    }

    @Test
    void promotesThroughAGateThatWasClosed() {
        orgctl.must("config", "unset", "n", "--env", "acme/website:sandbox");
        website().press("m");
        assertThat(dashboard.screen()).contains("LIVE: Promote sandbox to live", "n (delete)", "< choose >");
        dashboard.press("Enter");
        assertThat(dashboard.screen()).contains("error:", "--allow-delete");
        dashboard.press("Enter", "Tab", "Right");
        assertThat(dashboard.screen()).contains("< delete in live >");
        dashboard.press("Enter");
        assertThat(dashboard.screen())
                .contains("env promote --allow-delete --yes acme/website", "Type live to confirm");
        dashboard.press("live", "Enter");

        assertThat(get("limits.users", "acme/website:live")).contains("70");
        assertThat(orgctl.run("config", "get", "n", "--env", "acme/website:live")
                        .exit())
                .isEqualTo(3);
    }

    @Test
    void settlesConflictsKeyByKey() {
        orgctl.must("config", "set", "a=1", "b=1", "--env", "acme/website:sandbox");
        orgctl.must("env", "promote", "acme/website", "a", "b", "--yes");
        orgctl.must("config", "set", "a=2", "b=2", "n=9", "--env", "acme/website:sandbox");
        orgctl.must("config", "set", "a=3", "b=3", "--env", "acme/website:live");
        website().press("m");
        assertThat(dashboard.screen()).contains("a (conflict)", "b (conflict)");
        dashboard.press("Enter");
        assertThat(dashboard.screen()).contains("error:", "a, b").doesNotContain("[ Run ]");
        dashboard.press("Enter", "Tab", "Right", "Tab", "Left");
        assertThat(dashboard.screen()).contains("< sandbox: 2 >", "< live: 3 >");
        dashboard.press("Enter");
        assertThat(dashboard.screen()).contains("env promote --take a --keep b --yes acme/website");
        dashboard.press("live", "Enter");

        assertThat(get("a", "acme/website:live")).contains("2");
        assertThat(get("b", "acme/website:live")).contains("3");
        assertThat(get("n", "acme/website:live")).contains("9");
    }

    /** A gate lets all keys pass: none is opened before each of its keys is decided. */
    @Test
    void opensAGateOnceAllItsKeysAreChosen() {
        orgctl.must("config", "set", "a=1", "b=1", "--env", "acme/website:sandbox");
        orgctl.must("env", "promote", "acme/website", "a", "b", "--yes");
        orgctl.must("config", "unset", "a", "b", "--env", "acme/website:sandbox");
        website().press("m", "Tab", "Right", "Enter");
        assertThat(dashboard.screen()).contains("error:", "a, b").doesNotContain("promote --allow-delete");
        dashboard.press("Enter", "Tab", "Left", "Enter");
        assertThat(dashboard.screen()).contains("env promote --keep b --allow-delete --yes acme/website");
        dashboard.press("live", "Enter");

        assertThat(orgctl.run("config", "get", "a", "--env", "acme/website:live")
                        .exit())
                .isEqualTo(3);
        assertThat(get("b", "acme/website:live")).contains("1");
    }

    @Test
    void aPromotionThatCannotBePlannedSaysWhy() {
        orgctl.must("env", "lock", "acme/website:live", "--reason", "Audit");
        website().press("m");

        assertThat(dashboard.screen()).contains("Audit");
        assertThat(dashboard.state().overlays()).hasSize(1);
    }

    @Test
    void locksAndUnlocks() {
        website().press("l", "Freeze", "Enter", "Right", "Enter");
        assertThat(dashboard.screen()).contains("locked: Freeze");
        dashboard.press("l");
        assertThat(dashboard.screen()).contains("Unlock acme/website:sandbox");
        dashboard.press("Right", "Enter");
        assertThat(dashboard.screen()).doesNotContain("locked: Freeze");
    }

    @Test
    void aLockRefusesAndTheHintIsShown() {
        orgctl.must("env", "lock", "acme/website:sandbox", "--reason", "Freeze");
        website().press("e", "1", "Enter");

        assertThat(dashboard.screen()).contains("is locked, only a dry run is possible: Freeze");
        dashboard.press("Right", "Enter");
        assertThat(dashboard.screen()).contains("error:", "Freeze", "hint:").doesNotContain("[ Run ]");
    }

    @Test
    void revealsASecretAndLeavesAnEvent() {
        website().press("End", "Up", "v");
        assertThat(dashboard.screen()).contains("orgctl secret reveal --env acme/website:sandbox stripe.key");
        assertThat(dashboard.screen()).doesNotContain("s3cret");
        dashboard.press("Right", "Enter");

        assertThat(dashboard.screen()).contains("s3cret");
        assertThat(orgctl.must("audit", "list", "--org", "acme")).contains("secret.reveal");
        assertThat(dashboard.press("Escape").screen()).doesNotContain("s3cret");
    }

    @Test
    void rollsBackFromTheHistory() {
        website().press("h", "Down", "Down", "b", "Enter", "Right", "Enter");

        assertThat(get("limits.users", "acme/website:sandbox")).contains("50");
    }

    @Test
    void invitesAndShowsTheTokenOnce() {
        dashboard.press("2", "Enter", "i", "eve@example.com", "Tab", "Right", "Enter", "Right", "Enter");

        assertThat(dashboard.screen()).contains("orginvite_");
        assertThat(orgctl.must("invite", "list", "--org", "acme")).contains("eve@example.com", "admin");
        assertThat(dashboard.press("Escape").screen()).doesNotContain("orginvite_");
    }

    @Test
    void anInvitationThatFailsChangesNothing() {
        dashboard.press("2", "Enter", "i", "ben@example.com", "Enter");

        assertThat(dashboard.screen()).contains("error:").doesNotContain("[ Run ]");
    }

    @Test
    void changesARole() {
        dashboard.press("2", "Enter", "w", "Right", "Enter", "Right", "Enter");

        assertThat(orgctl.must("member", "list", "--org", "acme")).contains("admin");
    }

    @Test
    void suspendsReactivatesAndRemovesAMember() {
        new People(orgctl).add("acme", "amy@example.com", Role.VIEWER, MemberStatus.ACTIVE);
        dashboard.press("2", "Enter", "a", "Right", "Enter");
        assertThat(orgctl.must("member", "list", "--org", "acme")).contains("suspended");
        dashboard.press("a");
        assertThat(dashboard.screen()).contains("orgctl member activate");
        dashboard.press("Right", "Enter");
        assertThat(orgctl.must("member", "list", "--org", "acme")).doesNotContain("suspended");
        int before = orgctl.must("member", "list", "--org", "acme", "-o", "ids").split("\n").length;
        dashboard.press("d", "Right", "Enter");
        assertThat(orgctl.must("member", "list", "--org", "acme", "-o", "ids").split("\n"))
                .hasSize(before - 1);
    }

    @Test
    void revokesAnInvitation() {
        dashboard.press("2", "Enter", "Right", "d", "Right", "Enter");

        assertThat(orgctl.must("invite", "list", "--org", "acme")).contains("revoked");
    }

    @Test
    void restoresFromTheTrash() {
        dashboard.press("Right", "u", "Right", "Enter");
        assertThat(orgctl.must("project", "list", "--org", "acme")).contains("gone");
        orgctl.must("org", "delete", "rtl", "--confirm", "rtl");
        dashboard.press("2", "Right", "u", "Right", "Enter");
        assertThat(orgctl.must("org", "list")).contains("rtl");
    }

    @Test
    void theCommandLineIsCopied() {
        dashboard.press("c", "Web shop", "Enter", "y");

        assertThat(dashboard.copied()).containsExactly("orgctl project create --org acme 'Web shop'");
        assertThat(dashboard.screen()).contains("sent to the terminal's clipboard");
    }

    @Test
    void theCommandLineActsAsTheSameMember() {
        new People(orgctl).add("acme", "olga@example.com", Role.OWNER, MemberStatus.ACTIVE);
        DashboardDriver member = new DashboardDriver(orgctl, 120, 40, false, "acme", "--as", "olga@example.com");
        member.press("c", "Shop", "Enter");
        assertThat(member.screen()).contains("orgctl --as olga@example.com project create --org acme Shop");
        member.press("Right", "Enter");

        assertThat(orgctl.must("audit", "list", "--org", "acme", "--actor", "olga@example.com"))
                .contains("project.create");
    }
}
