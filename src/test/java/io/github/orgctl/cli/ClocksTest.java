package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.organization.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines with different clocks use one store: later changes have later times in every history. */
class ClocksTest {
    private static final Instant RIGHT = Instant.parse("2026-06-15T12:00:00Z");
    private static final Instant FAST = Instant.parse("2026-07-20T12:00:00Z");
    private static final Instant SLOW = Instant.parse("2020-01-01T00:00:00Z");

    private CliHarness orgctl;

    @BeforeEach
    void makeAStore(@TempDir Path folder) {
        orgctl = new CliHarness(folder).at(RIGHT);
        orgctl.must("org", "create", "Acme");
        orgctl.must("org", "create", "Globex", "--as", "ann@example.com");
        orgctl.must("project", "create", "Web", "--org", "acme");
        orgctl.must("project", "create", "Shop", "--org", "globex");
    }

    private void run(Instant clock, String commandLine) {
        orgctl.at(clock).must(commandLine.split(" "));
    }

    private String asked(String jq, String commandLine) {
        String[] words = (commandLine + " -o json --jq").split(" ");
        String[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = jq;
        return orgctl.at(RIGHT).must(all).strip();
    }

    private void assertSound() {
        CliHarness.Outcome check = orgctl.at(RIGHT).run("store", "check", "-o", "csv");
        assertThat(check.exit()).as(check.out()).isZero();
        assertThat(orgctl.run("audit", "verify").exit()).isZero();
    }

    private Instant clock(String name) {
        return switch (name) {
            case "fast" -> FAST;
            case "slow" -> SLOW;
            default -> RIGHT;
        };
    }

    /** Whoever has the project when something is recorded without a time pays for it. */
    @ParameterizedTest
    @CsvSource({"fast, right", "fast, slow", "slow, right", "slow, fast", "right, slow", "right, fast", "slow, slow"})
    void aMovedProjectIsBilledToWhoHasIt(String first, String second) {
        run(clock(first), "project move acme/web --to globex");
        assertSound();
        run(clock(second), "billing usage record --env globex/web:live --metric api --quantity 5");
        assertThat(asked(".[].organization", "billing usage list --org globex")).isEqualTo("globex");
        run(clock(second), "project move globex/web --to acme");
        assertSound();
        run(clock(first), "billing usage record --env acme/web:live --metric api --quantity 7");
        assertThat(asked(".[].quantity", "billing usage list --org acme")).isEqualTo("7");
        assertSound();
    }

    /** A fast clock that moves a project and a right one that moves it back leave nothing with the wrong organization. */
    @Test
    void aMoveThatIsTakenBackLeavesNothingBehind() {
        run(RIGHT.plusSeconds(600), "project move acme/web --to globex");
        run(RIGHT.plusSeconds(60), "project move globex/web --to acme");
        orgctl.at(RIGHT.plusSeconds(1200));
        orgctl.must(
                ("billing usage record --env acme/web:live --metric api --quantity 5 --at " + RIGHT.plusSeconds(900))
                        .split(" "));
        assertThat(asked(".[].organization", "billing usage summary --all-orgs"))
                .isEqualTo("acme");
    }

    @Test
    void whatIsInTheTrashTakesNoUsageWhateverTheClockSays() {
        run(FAST, "project delete acme/web --confirm web");
        String environment = asked(".[0].liveId", "project list --deleted --org acme");
        CliHarness.Outcome recorded = orgctl.at(RIGHT)
                .run("billing", "usage", "record", "--env", environment, "--metric", "api", "--quantity", "5");
        assertThat(recorded.exit()).isEqualTo(5);
        assertThat(recorded.err()).contains("in the trash since");
    }

    @ParameterizedTest
    @CsvSource({"fast, slow", "slow, fast", "slow, slow"})
    void seatsFollowEachOther(String first, String second) {
        People people = new People(orgctl);
        people.add("globex", "bob@example.com", Role.VIEWER, MemberStatus.ACTIVE);
        for (int i = 0; i < 2; i++) {
            run(clock(first), "member suspend bob@example.com --org globex");
            assertSound();
            run(clock(second), "member activate bob@example.com --org globex");
            assertSound();
        }
        run(clock(first), "member remove bob@example.com --org globex");
        assertSound();
        people.add("globex", "bob@example.com", Role.VIEWER, MemberStatus.ACTIVE);
        assertSound();
    }

    @ParameterizedTest
    @CsvSource({"fast, slow", "slow, fast", "slow, slow"})
    void revisionsAndEventsAreInTheOrderOfTime(String first, String second) {
        for (int i = 0; i < 3; i++) {
            run(clock(first), "config set a=" + i + " --env acme/web:sandbox");
            run(clock(second), "config set b=" + i + " --env acme/web:sandbox");
            run(clock(first), "env lock acme/web:sandbox --reason freeze");
            run(clock(second), "env unlock acme/web:sandbox");
        }
        assertThat(asked("[.[].at] | . == (unique | reverse)", "env history acme/web:sandbox"))
                .isEqualTo("true");
        assertThat(asked("[.[].at] | . == unique", "audit list --org acme")).isEqualTo("true");
        assertThat(asked("[.[].sequence] | . == sort", "audit list --org acme --sort at"))
                .isEqualTo("true");
        assertSound();
    }

    @ParameterizedTest
    @CsvSource({"fast, slow", "slow, fast", "slow, slow"})
    void whatAPlanCostsIsWhatWasSaidLast(String first, String second) {
        run(RIGHT, "billing plan create team --currency EUR --base 1");
        run(clock(first), "billing plan update team --base 2");
        run(clock(second), "billing plan update team --base 3");
        run(clock(first), "billing plan update team --base 4");
        orgctl.at(FAST.plusSeconds(1));
        assertThat(orgctl.must("billing", "plan", "show", "team", "-o", "json", "--jq", ".base")
                        .strip())
                .isEqualTo("4");
        assertThat(asked("[.[].createdAt] | . == unique", "billing plan show team --all-versions"))
                .isEqualTo("true");
        assertThat(asked("[.[].from] | . == sort", "billing plan show team --all-versions"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource({"fast, slow", "slow, fast", "slow, slow"})
    void anAccountIsOnThePlanThatWasChosenLast(String first, String second) {
        run(RIGHT, "billing plan create team --currency USD --base 1");
        run(RIGHT, "billing plan create gold --currency USD --base 1");
        run(clock(first), "billing update --org acme --plan team");
        run(clock(second), "billing update --org acme --plan gold");
        run(clock(first), "billing update --org acme --plan team");
        assertThat(orgctl.at(FAST.plusSeconds(9))
                        .must("billing", "show", "--org", "acme", "-o", "json", "--jq", ".plan")
                        .strip())
                .isEqualTo("team");
        assertSound();
    }

    @ParameterizedTest
    @CsvSource({"fast, slow", "slow, fast", "slow, slow"})
    void theTrashIsLeftAfterItWasEntered(String first, String second) {
        for (int i = 0; i < 2; i++) {
            run(clock(first), "org delete acme --confirm acme");
            assertSound();
            run(clock(second), "org restore acme");
            assertSound();
        }
        run(clock(first), "project delete acme/web --confirm web");
        run(clock(second), "project restore acme/web");
        assertSound();
    }

    /** Every resource says that it was changed no earlier than it was made. */
    @Test
    void nothingIsChangedBeforeItIsMade() {
        run(RIGHT, "member invite bob@example.com --org acme");
        run(RIGHT, "token create --name ci --org acme --role viewer --expires 2027-01-01");
        run(SLOW, "org update acme --description x");
        run(SLOW, "project update acme/web --description x");
        run(SLOW, "invite revoke bob@example.com --org acme");
        run(SLOW, "token revoke ci --org acme");
        run(SLOW, "billing update --org acme --tax-id x");
        assertThat(asked(".createdAt < .updatedAt", "org show acme")).isEqualTo("true");
        assertThat(asked(".createdAt < .updatedAt", "project show acme/web")).isEqualTo("true");
        assertThat(asked(".[] | .createdAt < .revokedAt", "token list --org acme --revoked"))
                .isEqualTo("true");
        assertSound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0001-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void aYearThatNoTimeCanSayIsRefused(String clock) {
        for (String change : new String[] {
            "org create New",
            "org update acme --description x",
            "project create New --org acme",
            "config set a=1 --env acme/web:sandbox",
            "project move acme/web --to globex",
            "member invite bob@example.com --org globex",
            "token create --name ci --org acme",
            "env lock acme/web:live --reason freeze",
            "billing plan create new",
            "billing usage record --env acme/web:live --metric api --quantity 5",
            "org delete acme --confirm acme",
        }) {
            CliHarness.Outcome outcome = orgctl.at(Instant.parse(clock)).run(change.split(" "));
            assertThat(outcome.exit()).as(change + outcome).isIn(2, 5);
            assertThat(outcome.err()).contains("the years 0 to 9999 are supported");
        }
        assertSound();
    }

    /** No step is left between a time and the end of all times. */
    @Test
    void theLastMillisecondIsFollowedByNothing() {
        run(Instant.parse("9999-12-31T23:59:59.999Z"), "org update acme --description x");
        CliHarness.Outcome outcome = orgctl.at(RIGHT).run("org", "update", "acme", "--description", "y");
        assertThat(outcome.exit()).isEqualTo(5);
        assertThat(outcome.err()).contains("the years 0 to 9999 are supported");
    }
}
