package io.github.orgctl.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.verb.BatchVerb;
import io.github.orgctl.cli.verb.Invocation;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.port.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each change writes one event per affected organization, or for the store; a command that changes nothing writes none.
 */
class ChangesLeaveEventsTest {
    private static final Pattern INVITATION = Pattern.compile("orginvite_\\w+");
    private static final String SECRET = "hunter2-is-the-secret";

    /**
     * A command and the events it writes, in order.
     *
     * @param events the organization, or the store, and the action of each, such as {@code acme org.create}
     */
    record Line(String command, String... events) {}

    /** From an empty store to an empty store. To cover a new command, add lines where they fit. */
    static final List<Line> STORY = List.of(
            new Line("org create Acme --use", "acme org.create"),
            new Line("org create Acme --if-not-exists"),
            new Line("org create Globex", "globex org.create"),
            new Line("org update acme --description x", "acme org.update"),
            new Line("org update acme --description x"),
            new Line("project create Website", "acme project.create"),
            new Line("project create Website --if-not-exists"),
            new Line("project update website --name Site", "acme project.update"),
            new Line("project update website --name Site"),
            new Line("project move website --to globex", "acme project.move", "globex project.move"),
            new Line("project move globex/website --to globex"),
            new Line("token create --name moving --project globex/website", "globex token.create"),
            new Line(
                    "project move globex/website --to acme",
                    "acme project.move",
                    "globex token.revoke",
                    "globex project.move"),
            new Line("config set a=1 b.c=2 --env website:sandbox", "acme config.set"),
            new Line("config set a=1 --env website:sandbox"),
            new Line("project clone website Twin", "acme project.clone", "acme config.copy"),
            new Line("config note a text --env website:sandbox", "acme config.note"),
            new Line("config note a text --env website:sandbox"),
            new Line("config rename a e --env website:sandbox", "acme config.rename"),
            new Line("config rename e a --env website:sandbox", "acme config.rename"),
            new Line("config unset a --env website:sandbox", "acme config.unset"),
            new Line("config unset a --if-exists --env website:sandbox"),
            new Line("config import -f values.json --env website:sandbox", "acme config.import"),
            new Line("config import -f values.json --env website:sandbox"),
            new Line("config edit --env website:sandbox --yes", "acme config.edit"),
            new Line("project create Copied", "acme project.create"),
            new Line("config copy --from website:sandbox --to copied:sandbox", "acme config.copy"),
            new Line("config copy --from website:sandbox --to copied:sandbox"),
            new Line("schema set -f schema.json website", "acme schema.set"),
            new Line("schema set -f schema.json website"),
            new Line("schema unset website", "acme schema.unset"),
            new Line("schema unset website --if-exists"),
            new Line("env promote website --yes", "acme env.promote"),
            new Line("env promote website --yes"),
            new Line("config set a=9 --env website:live", "acme config.set"),
            new Line("env promote website --yes --keep b.c"),
            new Line("config set a=8 --env website:sandbox", "acme config.set"),
            new Line("env promote website --yes --keep a", "acme env.promote"),
            new Line("env promote website --yes --keep a"),
            new Line("env rollback website:live --to 2 --yes --allow-delete", "acme env.rollback"),
            new Line("env rollback website:live --to 2 --yes --allow-delete"),
            new Line("env undo website:live --yes", "acme env.undo"),
            new Line("env lock website:live --reason Freeze", "acme env.lock"),
            new Line("env lock website:live --reason Freeze"),
            new Line("env unlock website:live", "acme env.unlock"),
            new Line("env unlock website:live"),
            new Line("secret rotate-key"),
            new Line("secret set db.password --env website:sandbox", "acme secret.set"),
            new Line("secret set db.password --env website:sandbox"),
            new Line("secret import -f secrets.json --env website:sandbox", "acme secret.import"),
            new Line("secret import -f secrets.json --env website:sandbox"),
            new Line("secret set from.outside --ref env:OUTSIDE --env website:sandbox", "acme secret.set"),
            new Line("secret reveal db.password --env website:sandbox", "acme secret.reveal"),
            new Line("env export website:sandbox --format dotenv --with-secrets", "acme secret.reveal"),
            new Line("env export website:sandbox --format dotenv"),
            new Line("env render website:sandbox -f /dev/null --with-secrets"),
            new Line("env run website:sandbox -- true", "acme secret.reveal"),
            new Line("secret reveal db.password --version 1 --env website:sandbox", "acme secret.reveal-version"),
            new Line("secret set db.password --note Postgres --env website:sandbox", "acme secret.set"),
            new Line("secret set db.password --note Postgres --env website:sandbox"),
            new Line("secret rollback db.password --to 1 --env website:sandbox"),
            new Line("secret set from.outside --ref env:HOME --env website:sandbox", "acme secret.set"),
            new Line("secret rollback from.outside --to 1 --env website:sandbox", "acme secret.rollback"),
            new Line("secret unset from.outside --purge --env website:sandbox", "acme secret.purge"),
            new Line("secret unset from.outside --purge --if-exists --env website:sandbox"),
            new Line("secret rotate-key", "acme secret.rotate-key"),
            new Line(
                    "secret copy db.password --from website:sandbox --to copied:sandbox",
                    "acme secret.copy",
                    "acme secret.reveal"),
            new Line("secret copy db.password --from website:sandbox --to copied:sandbox"),
            new Line("secret unset db.password --env website:sandbox", "acme secret.unset"),
            new Line("secret unset db.password --env website:sandbox --if-exists"),
            new Line("billing issuer set --name Initech --email bills@example.com", "store billing.issuer.set"),
            new Line("billing issuer set --name Initech"),
            new Line("billing plan create team --currency USD --meter x=1", "store billing.plan.create"),
            new Line("billing plan create team --currency USD --meter x=1 --if-not-exists"),
            new Line("billing plan update team --meter x=3", "store billing.plan.update"),
            new Line("billing plan update team --meter x=3"),
            new Line("billing update --plan team", "acme billing.update"),
            new Line("billing plan update team --meter x=2", "store billing.plan.update"),
            new Line("billing plan update team --meter x=3 --from 2099-01-01", "store billing.plan.update"),
            new Line("billing plan withdraw team --version 4", "store billing.plan.withdraw"),
            new Line("billing plan withdraw team --version 4"),
            new Line("billing plan retire team", "store billing.plan.retire"),
            new Line("billing plan retire team"),
            new Line("billing update --legal-name Acme", "acme billing.update"),
            new Line("billing update --legal-name Acme"),
            new Line(
                    "billing usage record --env website:live --metric calls --quantity 1 --key k",
                    "acme billing.usage.record"),
            new Line("billing usage record --env website:live --metric calls --quantity 1 --key k"),
            new Line("billing usage import -f - --format ndjson", "acme billing.usage.import"),
            new Line("billing usage import -f - --format ndjson"),
            new Line("billing statement --period 2025-12 --close", "acme billing.close"),
            new Line("billing statement --period 2025-12 --close"),
            new Line("token create --name ci", "acme token.create"),
            new Line("token create --name ci --if-not-exists"),
            new Line("token revoke ci", "acme token.revoke"),
            new Line("token revoke ci --if-exists"),
            new Line("member invite ann@example.com bob@example.com", "acme member.invite", "acme member.invite"),
            new Line("member invite ann@example.com --if-not-exists"),
            new Line("invite resend bob@example.com", "acme invite.resend"),
            new Line("invite accept --token-stdin", "acme invite.accept"),
            new Line("invite revoke ann@example.com", "acme invite.revoke"),
            new Line("invite revoke ann@example.com --if-exists"),
            new Line("member invite ann@example.com --role owner", "acme member.invite"),
            new Line("invite accept --token-stdin", "acme invite.accept"),
            new Line("member invite cy@example.com", "acme member.invite"),
            new Line("invite decline --token-stdin", "acme invite.decline"),
            new Line("member role bob@example.com admin", "acme member.role"),
            new Line("member role bob@example.com admin"),
            new Line("member suspend bob@example.com", "acme member.suspend"),
            new Line("member suspend bob@example.com"),
            new Line("member activate bob@example.com", "acme member.activate"),
            new Line("member activate bob@example.com"),
            new Line(
                    "member transfer-ownership bob@example.com --from ann@example.com",
                    "acme member.transfer-ownership",
                    "acme member.transfer-ownership"),
            new Line("member leave --as ann@example.com", "acme member.leave"),
            new Line("member invite cy@example.com", "acme member.invite"),
            new Line("invite accept --token-stdin", "acme invite.accept"),
            new Line("member remove cy@example.com", "acme member.remove"),
            new Line("member remove cy@example.com --if-exists"),
            new Line("import organizations -f organizations.csv", "imported org.create"),
            new Line("import projects -f projects.csv", "acme project.create", "imported project.create"),
            new Line("import projects -f projects.csv --skip-existing"),
            new Line("import projects -f projects.csv --update-existing"),
            new Line("import members -f members.csv --org imported", "imported member.invite"),
            new Line("import members -f members.csv --org imported --skip-existing"),
            new Line("batch -f commands.txt", "imported project.update", "acme project.update"),
            new Line("batch -f commands.txt --atomic"),
            new Line("store backup backup.db --force"),
            new Line("store restore backup.db --confirm orgctl.db", "store store.restore"),
            new Line("org delete imported --confirm imported --purge", "imported org.delete"),
            new Line("project delete website --confirm website", "acme project.delete"),
            new Line("project delete website --confirm website --if-exists"),
            new Line("project restore website", "acme project.restore"),
            new Line("project delete website --confirm website --purge", "acme project.delete"),
            new Line("org delete globex --confirm globex", "globex org.delete"),
            new Line("org restore globex", "globex org.restore"),
            new Line("org delete globex --confirm globex --purge", "globex org.delete"),
            new Line("org delete acme --confirm acme --purge", "acme org.delete"));

    @TempDir
    Path folder;

    CliHarness orgctl;

    /** Where the story's own commands write to, or null. */
    OutputStream output;

    private final Set<String> invitations = new TreeSet<>();
    private String newestInvitation = "";

    @BeforeEach
    void install() throws IOException {
        // The story begins in the month that is closed in it.
        orgctl = new CliHarness(folder)
                .at(Instant.parse("2025-12-31T23:59:50Z"))
                .set("OUTSIDE", SECRET + "-outside")
                .set("PATH", System.getenv("PATH"));
        Files.writeString(orgctl.work().resolve("values.json"), "{\"d\":true}");
        Files.writeString(orgctl.work().resolve("secrets.json"), "{\"db\":{\"user\":\"" + SECRET + "\"}}");
        Files.writeString(orgctl.work().resolve("schema.json"), "{\"type\":\"object\"}");
        Files.writeString(orgctl.work().resolve("organizations.csv"), "name\nImported\n");
        Files.writeString(orgctl.work().resolve("projects.csv"), "name,organization\nOne,imported\nTwo,acme\n");
        Files.writeString(orgctl.work().resolve("members.csv"), "email\ndi@example.com\n");
        Files.writeString(
                orgctl.work().resolve("commands.txt"),
                "project update imported/one --name 1\nproject update two --name 2\n");
        Path editor = Files.writeString(orgctl.work().resolve("editor.sh"), "sed -i 's/true/false/' \"$1\"\n");
        orgctl.set("EDITOR", "sh " + editor);
    }

    private List<String> events() {
        String all = orgctl.must(
                "audit",
                "list",
                "--all-orgs",
                "-o",
                "ndjson",
                "--jq",
                "\"\\(.organization // \"store\") \\(.action)\"");
        return all.isEmpty() ? List.of() : Arrays.asList(all.split("\n"));
    }

    private String input(String commandLine) {
        if (commandLine.startsWith("billing usage import")) {
            String live =
                    orgctl.must("env", "show", "website:live", "--jq", ".id").strip();
            return "{\"environment\":\"" + live + "\",\"metric\":\"calls\",\"quantity\":2,\"key\":\"l\"}\n";
        }
        return commandLine.startsWith("secret set") ? SECRET : newestInvitation;
    }

    CliHarness.Outcome run(String commandLine, String... more) {
        List<String> words = new ArrayList<>(List.of(commandLine.split(" ")));
        words.addAll(List.of(more));
        orgctl.typing(input(commandLine));
        orgctl.output(output);
        CliHarness.Outcome outcome = orgctl.run(words.toArray(new String[0]));
        orgctl.output(null);
        Matcher invitation = INVITATION.matcher(outcome.out() + outcome.err());
        while (invitation.find()) {
            newestInvitation = invitation.group();
            invitations.add(newestInvitation);
        }
        return outcome;
    }

    @Test
    void everyChangeLeavesItsEventsAndADryRunNone() {
        List<String> expected = new ArrayList<>();
        for (Line line : STORY) {
            if (takesDryRun(line.command())) {
                assertThat(run(line.command(), "--dry-run").exit())
                        .as(line.command())
                        .isZero();
                assertThat(events())
                        .as("after a dry run of: %s", line.command())
                        .hasSameSizeAs(expected);
            }
            CliHarness.Outcome outcome = run(line.command());
            assertThat(outcome.exit())
                    .as("%s: %s", line.command(), outcome.err())
                    .isZero();
            expected.addAll(List.of(line.events()));
            assertThat(events()).as("after: %s", line.command()).containsExactlyElementsOf(expected);
        }
        assertThat(invitations).hasSizeGreaterThan(4);
        assertThat(orgctl.must("audit", "export", "--all-orgs"))
                .contains("db.password")
                .doesNotContain(SECRET)
                .doesNotContain(invitations);
        assertThat(orgctl.run("audit", "verify").exit()).isZero();
    }

    private static boolean takesDryRun(String commandLine) {
        return Invocation.of(commandLine.split(" "), Commands.NOUNS).verb().changesStore();
    }

    /** A transaction of another purpose would keep no event. */
    @Test
    void whateverLeavesAnEventDeclaresItselfAChange() {
        for (Line line : STORY) {
            Invocation invocation = Invocation.of(line.command().split(" "), Commands.NOUNS);
            new CommandLineParser(invocation).parse();
            if (invocation.verb() instanceof BatchVerb) {
                // It has as many transactions as it has lines.
                continue;
            }
            if (line.events().length > 0) {
                assertThat(invocation.verb().purpose()).as(line.command()).isEqualTo(Store.Purpose.CHANGE);
            }
            if (invocation.verb().changesStore()) {
                Invocation dryRun = Invocation.of((line.command() + " --dry-run").split(" "), Commands.NOUNS);
                new CommandLineParser(dryRun).parse();
                assertThat(dryRun.verb().purpose()).as(line.command()).isEqualTo(Store.Purpose.DRY_RUN);
            }
        }
    }

    @Test
    void noCommandThatLeavesEventsIsLeftOut() {
        Set<String> told = new TreeSet<>();
        for (Line line : STORY) {
            for (String event : line.events()) {
                told.add(event.substring(event.indexOf(' ') + 1));
            }
        }
        for (Action action : Action.values()) {
            String word = action.toString();
            assertThat(told.contains(word)).as(word).isEqualTo(action.isRecorded());
        }
    }

    @Test
    void allEventsOfOneCommandAreToldToBelongTogether() {
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("org", "create", "Globex");
        orgctl.must("project", "create", "Website");
        orgctl.must("project", "move", "website", "--to", "globex");
        String moved = orgctl.must(
                "audit", "list", "--all-orgs", "--action", "project.move", "-o", "ndjson", "--jq", ".correlation");
        assertThat(moved.split("\n")).hasSize(2);
        assertThat(Set.of(moved.split("\n")[0])).containsExactly(moved.split("\n")[1]);
    }
}
