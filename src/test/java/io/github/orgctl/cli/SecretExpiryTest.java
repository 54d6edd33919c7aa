package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Secrets that expire or are due for rotation are reported in time, by the age of the value rather than the last edit.
 */
class SecretExpiryTest {
    private static final Instant START = Instant.parse("2028-02-29T12:00:00Z");

    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void create() {
        orgctl = new CliHarness(folder).set("ORGCTL_MODE", "sandbox").at(START);
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("project", "create", "Website", "--use");
        orgctl.typing("first").must("secret", "set", "k");
    }

    private void ask(String... options) {
        String[] words = new String[3 + options.length];
        System.arraycopy(new String[] {"secret", "set", "k"}, 0, words, 0, 3);
        System.arraycopy(options, 0, words, 3, options.length);
        orgctl.typing("").must(words);
    }

    private void days(int days) {
        orgctl.at(START.plus(Duration.ofDays(days)));
    }

    private void assertDue(int exit, String overdue) {
        CliHarness.Outcome outcome =
                orgctl.run("secret", "due", "--fields", "overdue,name", "-o", "csv", "--no-header");
        assertThat(outcome.out()).isEqualTo(overdue);
        assertThat(outcome.exit()).isEqualTo(exit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1m",
                "90",
                "0d",
                "-1d",
                "yesterday",
                "99999999999d",
                "9999999d",
                "",
                "5s",
                "P0D",
                "P-1D",
                "2028-02-28"
            })
    void whatIsNoTimeToComeIsRefused(String text) {
        CliHarness.Outcome outcome = orgctl.typing("").run("secret", "set", "k", "--expires", text);
        assertThat(outcome.exit()).as(text).isEqualTo(2);
    }

    @Test
    void theTimeIsToldAndTheValueStays() {
        CliHarness.Outcome outcome = orgctl.typing("").run("secret", "set", "k", "--expires", "30d");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).contains("'k' expires at 2028-03-30T12:00:");
        assertThat(orgctl.must("secret", "reveal", "k")).isEqualTo("first\n");
        assertDue(0, "false,k\n");
        days(31);
        assertDue(1, "true,k\n");
        ask("--expires", "never");
        assertDue(0, "");
        assertThat(orgctl.typing("").run("secret", "set", "new", "--note", "x").exit())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1Y", "P1M", "P1Y1M"})
    void leapDaysAreNoProblem(String period) {
        ask("--expires", period, "--rotate-every", period);
        assertThat(orgctl.run("secret", "due", "--within", "1d").exit()).isZero();
        assertThat(orgctl.run("secret", "due", "--within", "P2Y").out()).contains("k");
    }

    @Test
    void anotherPeriodDoesNotRestartTheClock() {
        days(80);
        ask("--rotate-every", "45d");
        assertDue(1, "true,k\n");
        orgctl.typing("first").must("secret", "set", "k");
        ask("--note", "of Ann");
        orgctl.must("secret", "rotate-key");
        assertDue(1, "true,k\n");
        orgctl.typing("second").must("secret", "set", "k");
        assertDue(0, "");
        orgctl.must("secret", "rollback", "k", "--to", "1");
        assertDue(1, "true,k\n");
    }

    @Test
    void aNewValueEndsAnExpiryThatHasPassed() {
        ask("--expires", "1d");
        days(2);
        CliHarness.Outcome run = orgctl.run("env", "export", "--format", "json", "--with-secrets");
        assertThat(run.err()).contains("warning: secrets have expired: k");
        assertThat(orgctl.run("env", "export", "--format", "json").err()).doesNotContain("warning");
        CliHarness.Outcome renewed = orgctl.typing("second").run("secret", "set", "k");
        assertThat(renewed.err()).contains("'k' no longer expires");
        assertDue(0, "");
    }

    @Test
    void tokensAndInvitationsAreToldWhereAskedFor() {
        orgctl.must("token", "create", "--name", "ci", "--expires", "2d");
        orgctl.must("member", "invite", "ann@example.com");
        assertThat(orgctl.must("secret", "due", "--all", "-o", "ids")).isEqualTo("ci\nann@example.com\n");
        assertThat(orgctl.must("secret", "due", "-o", "ids")).isEmpty();
        assertThat(orgctl.run("doctor").out()).contains("token ci of acme is due at");
    }
}
