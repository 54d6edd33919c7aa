package io.github.orgctl.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Output of commands on a terminal. */
class TerminalTest {
    private static final String LONG = "word ".repeat(1000).strip();
    private static final String EVENT = "2026-01-02 03:04Z  os:tester@box  project.create  acme/website";

    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void seed() {
        orgctl = new CliHarness(folder).set("TZ", "UTC").set("TERM", "dumb");
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("project", "create", "Website", "--description", LONG.substring(0, 400));
        orgctl.must("config", "set", "a=1", "motto=" + LONG, "--env", "website:sandbox", "-m", "A message ".repeat(9));
        orgctl.must("env", "promote", "website", "--yes");
        orgctl.must("config", "set", "a=2", "b=3", "motto=x" + LONG, "--env", "website:sandbox");
        orgctl.must("config", "set", "a=3", "--env", "website:live");
        orgctl.must("token", "create", "--name", "ci");
        orgctl.terminals("oe");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120})
    void noTableIsWiderThanTheTerminal(int columns) {
        orgctl.set("COLUMNS", Integer.toString(columns));
        for (String line : List.of(
                "org list",
                "project list",
                "env list",
                "env diff website",
                "env diff --all-projects",
                "env history website:sandbox",
                "env promote website --dry-run --take a",
                "env rollback website:sandbox --to 1 --dry-run",
                "config list --env website:sandbox",
                "config set motto=y --env website:sandbox --dry-run",
                "config unset motto --env website:sandbox --dry-run",
                "env show website:sandbox",
                "audit list",
                "audit verify",
                "token list",
                "access list",
                "doctor",
                "store check",
                "status --explain")) {
            Outcome outcome = orgctl.run(line.split(" "));
            assertThat(outcome.out().lines().toList())
                    .as(line)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(row -> assertThat(row.length()).as(row).isLessThanOrEqualTo(columns));
        }
    }

    @Test
    void theAuditLogKeepsWhoDidWhatAndWhen() {
        orgctl.set("COLUMNS", "80");
        Outcome outcome = orgctl.run("audit", "list");
        assertThat(outcome.out()).contains("AT                 ACTOR          ACTION          TARGET", EVENT + "\n");
        assertThat(outcome.err())
                .isEqualTo(
                        "orgctl: hidden to fit the terminal: sequence, organization, changes (choose with --fields)\n");
        assertThat(orgctl.set("COLUMNS", "60").run("audit", "list").out()).contains("\n2026-01-02 03:04Z  os:tester@");
    }

    @Test
    void fieldsThatWereAskedForStay() {
        orgctl.set("COLUMNS", "40");
        Outcome outcome = orgctl.run("project", "list", "--fields", "id,createdAt,description");
        assertThat(outcome.out()).contains("ID ", "CREATED AT ", "DESCRIPTION");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void inAPipeTablesAreComplete() {
        orgctl.terminals("").set("COLUMNS", "40");
        Outcome outcome = orgctl.run("audit", "list");
        assertThat(outcome.out()).contains("SEQUENCE  AT ", "2026-01-02T03:04:05.006Z", LONG);
        assertThat(outcome.err()).isEmpty();
        assertThat(orgctl.run("audit", "list", "--time", "utc").out()).contains("  2026-01-02 03:04Z  ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Europe/Berlin      | 2026-01-02 04:04",
                ":Europe/Berlin     | 2026-01-02 04:04",
                "/usr/share/zoneinfo/Asia/Kolkata | 2026-01-02 08:34",
                "<+03>-3            | 2026-01-02 06:04",
                "GMT+3              | 2026-01-02 00:04",
                "Etc/UTC            | 2026-01-02 03:04Z",
                "Nowhere            | 2026-01-02 03:04Z",
            })
    void timesAreThoseOfTheReader(String zone, String time) {
        orgctl.set("TZ", zone).set("COLUMNS", "120");
        assertThat(orgctl.run("audit", "list", "--limit", "1", "--fields", "at", "--no-header")
                        .out())
                .isEqualTo(time + "\n");
    }

    @Test
    void timesCanBeRelative() {
        orgctl.set("ORGCTL_TIME", "relative");
        for (String expected :
                List.of("-5 now", "30 now", "300 5m ago", "7200 2h ago", "259200 3d ago", "-259300 in 3d")) {
            String[] parts = expected.split(" ", 2);
            orgctl.at(CliHarness.START.plus(Duration.ofSeconds(Long.parseLong(parts[0]))));
            assertThat(orgctl.run("audit", "list", "--limit", "1", "--fields", "at", "--no-header")
                            .out())
                    .isEqualTo(parts[1] + "\n");
        }
        assertThat(orgctl.run("audit", "list", "--time", "yesterday").exit()).isEqualTo(2);
    }

    @Test
    void errorsAndDifferencesAreColoured() {
        orgctl.set("TERM", "xterm");
        assertThat(orgctl.run("org", "show", "nope").err())
                .startsWith("orgctl: \u001b[1;31merror:\u001b[0m organization 'nope' not found");
        assertThat(orgctl.run("org", "show", "nope", "--color", "never").err()).doesNotContain("\u001b");
        assertThat(orgctl.run("org", "show", "--nope", "--color=never").err()).doesNotContain("\u001b");
        assertThat(orgctl.run("org", "show", "nope", "-o", "json").err()).doesNotContain("\u001b");
        orgctl.must("env", "export", "website:sandbox", "--only", "a", "--format", "dotenv", "-f", "x");
        orgctl.must("config", "set", "a=9", "--env", "website:sandbox");
        assertThat(orgctl.run("env", "export", "website:sandbox", "--only", "a", "--format", "dotenv", "-f", "x")
                        .err())
                .contains("\u001b[31m-A=2\u001b[0m\n\u001b[32m+A=9\u001b[0m\n");
    }

    @Test
    void whatWasAgreedToIsNotShownAgain() {
        orgctl.terminals("ioe").typing("y\n");
        String[] promote = {"env", "promote", "website", "--take", "a"};
        Outcome outcome = orgctl.run(promote);
        assertThat(outcome.err())
                .contains("CHANGE", "change  a ", "Change 3 keys of acme/website:live? [y/N]", "revision 4 of acme");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void inOtherFormatsTheResultIsWrittenNoneTheLess() {
        orgctl.terminals("ioe").typing("y\n");
        assertThat(orgctl.run("env", "promote", "website", "--take", "a", "-o", "ids")
                        .out())
                .isEqualTo("a\nb\nmotto\n");
    }
}
