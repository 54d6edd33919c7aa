package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.organization.Role;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code audit list --follow}, with changes made whenever it waits. */
class AuditFollowTest {
    @TempDir
    Path folder;

    private CliHarness orgctl;
    private final Deque<String> toCome = new ArrayDeque<>();

    @BeforeEach
    void makeTrails() {
        orgctl = new CliHarness(folder);
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("project", "create", "Website");
        orgctl.pausing(() -> {
            if (toCome.isEmpty()) {
                return false;
            }
            String commandLine = toCome.remove();
            if (!commandLine.isEmpty()) {
                orgctl.must(commandLine.split(" "));
            }
            return true;
        });
    }

    private CliHarness.Outcome follow(String... options) {
        String[] words = new String[options.length + 3];
        System.arraycopy(new String[] {"audit", "list", "--follow"}, 0, words, 0, 3);
        System.arraycopy(options, 0, words, 3, options.length);
        return orgctl.run(words);
    }

    @Test
    void showsWhatIsThereAndWhatComes() {
        toCome.addAll(List.of(
                "", "config set a=1 --env website:sandbox", "", "", "config set a=2 b=1 --env website:sandbox", ""));
        CliHarness.Outcome outcome = follow("--fields", "sequence,action", "-o", "csv");
        assertThat(outcome.out())
                .isEqualTo("sequence,action\n1,org.create\n2,project.create\n3,config.set\n4,config.set\n");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void aTableKeepsItsColumns() {
        toCome.addAll(List.of("config set a=1 --env website:sandbox"));
        assertThat(follow("--fields", "sequence,action").out())
                .isEqualTo("SEQUENCE  ACTION\n1         org.create\n2         project.create\n3         config.set\n");
        toCome.addAll(List.of("", "config set a=2 --env website:sandbox"));
        assertThat(follow("--fields", "sequence,action", "--after", "3").out())
                .isEqualTo("SEQUENCE  ACTION\n4         config.set\n");
    }

    @Test
    void filtersWhatComes() {
        toCome.addAll(List.of("config set a=1 --env website:sandbox", "env lock website:live --reason x"));
        assertThat(follow("--action", "env.*", "-o", "ndjson", "--jq", ".action")
                        .out())
                .isEqualTo("env.lock\n");
    }

    @Test
    void followsEveryOrganization() {
        toCome.addAll(List.of("org create Globex", "config set a=1 --env website:sandbox", "org create Hooli"));
        assertThat(follow("--all-orgs", "-o", "tsv", "--no-header", "--fields", "organization,sequence")
                        .out())
                .isEqualTo("acme\t1\nacme\t2\nglobex\t1\nacme\t3\nhooli\t1\n");
        // Only what comes.
        toCome.addAll(List.of("org update hooli --name H"));
        assertThat(follow("--all-orgs", "--since", "1s", "-o", "ids").out()).hasLineCount(1);
    }

    @Test
    void goesOnWhenWhatItFollowsGetsAnotherNameOrGoes() {
        toCome.addAll(List.of(
                "project update website --slug site",
                "config set a=1 --env site:sandbox",
                "project delete site --confirm site",
                "project restore site",
                "project delete site --confirm site --purge"));
        assertThat(follow("--project", "acme/website", "-o", "ndjson", "--jq", ".action")
                        .out())
                .isEqualTo("project.create\nproject.update\nconfig.set\nproject.delete\nproject.restore\n"
                        + "project.delete\n");
        toCome.addAll(List.of(
                "org update acme --slug apex",
                "org delete apex --confirm apex",
                "org restore apex",
                "org delete apex --confirm apex --purge"));
        assertThat(follow("--org", "acme", "--since", "1s", "-o", "ndjson", "--jq", ".action")
                        .out())
                .isEqualTo("org.update\norg.delete\norg.restore\norg.delete\n");
    }

    @Test
    void endsWhereItMayNotBeSeenAnyMore() {
        new People(orgctl).add("acme", "ann@example.com", Role.ADMIN, MemberStatus.ACTIVE);
        toCome.addAll(
                List.of("org update acme --slug apex", "", "member remove ann@example.com --org apex", "version"));
        CliHarness.Outcome outcome =
                follow("--org", "acme", "--as", "ann@example.com", "-o", "ndjson", "--jq", ".action");
        assertThat(outcome.out()).isEqualTo("org.create\nproject.create\norg.update\n");
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(toCome).containsExactly("version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-o json", "-o yaml", "--jq .", "--limit 1", "--sort at", "--until 1h", "--since tomorrow"})
    void whatHasAnEndIsRefused(String options) {
        CliHarness.Outcome outcome = follow(options.split(" "));
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
    }
}
