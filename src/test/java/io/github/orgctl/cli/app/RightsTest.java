package io.github.orgctl.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.verb.LocalVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Verb;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.access.Rule;
import io.github.orgctl.core.model.organization.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command as every role, in both modes and with every {@code liveWrites}: allowed commands succeed as dry
 * runs, all others are refused. A command missing here, or without an action, fails the test.
 */
class RightsTest {
    private static final int DONE = 0;
    private static final int NOT_FOUND = 3;
    private static final int FORBIDDEN = 6;

    private static final List<String> ROLES = List.of("viewer", "developer", "admin", "owner");

    /** Who sees nothing of the organization: it does not exist for them. */
    private static final List<String> STRANGERS = List.of("invited", "suspended", "stranger");

    /** A command for each action, which succeeds for whoever has the right. {@code ENV} stands for the environment. */
    static final Map<Action, String> COMMANDS = new TreeMap<>(Map.ofEntries(
            Map.entry(Action.ORG_CREATE, "org create Another --dry-run"),
            Map.entry(Action.ORG_LIST, "org list"),
            Map.entry(Action.ORG_SHOW, "org show acme"),
            Map.entry(Action.ORG_UPDATE, "org update acme --description changed --dry-run"),
            Map.entry(Action.ORG_LIVE_WRITES, "org update acme --live-writes OTHER --dry-run"),
            Map.entry(Action.ORG_DELETE, "org delete acme --confirm acme --dry-run"),
            Map.entry(Action.ORG_RESTORE, "org restore gone --dry-run"),
            Map.entry(Action.PROJECT_CREATE, "project create Another --dry-run"),
            Map.entry(Action.PROJECT_LIST, "project list"),
            Map.entry(Action.PROJECT_SHOW, "project show acme/website"),
            Map.entry(Action.PROJECT_UPDATE, "project update acme/website --name Changed --dry-run"),
            Map.entry(Action.PROJECT_MOVE, "project move acme/website --to globex --dry-run"),
            Map.entry(Action.PROJECT_CLONE, "project clone acme/website Another --dry-run"),
            Map.entry(Action.PROJECT_DELETE, "project delete acme/website --confirm website --dry-run"),
            Map.entry(Action.PROJECT_RESTORE, "project restore acme/old --dry-run"),
            Map.entry(Action.ENV_LIST, "env list"),
            Map.entry(Action.ENV_SHOW, "env show ENV"),
            Map.entry(Action.ENV_DIFF, "env diff ENV --from 2 --to 2"),
            Map.entry(Action.ENV_PROMOTE, "env promote acme/website --yes --allow-delete --dry-run"),
            Map.entry(Action.ENV_HISTORY, "env history ENV"),
            Map.entry(Action.ENV_ROLLBACK, "env rollback ENV --to 1 --allow-delete --dry-run"),
            Map.entry(Action.ENV_UNDO, "env undo ENV --allow-delete --dry-run"),
            Map.entry(Action.ENV_LOCK, "env lock ENV --reason test --dry-run"),
            Map.entry(Action.ENV_UNLOCK, "env unlock ENV --dry-run"),
            Map.entry(Action.ENV_EXPORT, "env export ENV --format json"),
            Map.entry(Action.ENV_RENDER, "env render ENV -f /dev/null"),
            Map.entry(Action.ENV_RUN, "env run ENV --no-secrets -- true"),
            Map.entry(Action.CONFIG_GET, "config get a --env ENV"),
            Map.entry(Action.CONFIG_SET, "config set a=changed --env ENV --dry-run"),
            Map.entry(Action.CONFIG_UNSET, "config unset a --env ENV --dry-run"),
            Map.entry(Action.CONFIG_LIST, "config list --env ENV"),
            Map.entry(Action.CONFIG_EDIT, "config edit --env ENV --yes --dry-run"),
            Map.entry(Action.CONFIG_IMPORT, "config import -f values.json --env ENV --dry-run"),
            Map.entry(Action.CONFIG_COPY, "config copy a --from ENV --to ENV --dry-run"),
            Map.entry(Action.CONFIG_RENAME, "config rename a new --env ENV --dry-run"),
            Map.entry(Action.CONFIG_NOTE, "config note a text --env ENV --dry-run"),
            Map.entry(Action.CONFIG_VALIDATE, "config validate ENV"),
            Map.entry(Action.SEARCH, "search acme"),
            Map.entry(Action.SECRET_SET, "secret set new --ref env:HOME --env ENV --dry-run"),
            Map.entry(Action.SECRET_IMPORT, "secret import -f secrets.json --env ENV --yes --dry-run"),
            Map.entry(Action.SECRET_LIST, "secret list --env ENV"),
            Map.entry(Action.SECRET_REVEAL, "secret reveal s --env ENV"),
            Map.entry(Action.SECRET_REVEAL_VERSION, "secret reveal s --version 1 --env ENV"),
            Map.entry(Action.SECRET_HISTORY, "secret history s --env ENV"),
            Map.entry(Action.SECRET_CHECK, "secret check"),
            Map.entry(Action.SECRET_DUE, "secret due"),
            Map.entry(Action.SECRET_ROLLBACK, "secret rollback s --to 1 --env ENV --dry-run"),
            Map.entry(Action.SECRET_PURGE, "secret unset s --purge --env ENV --dry-run"),
            Map.entry(Action.SECRET_UNSET, "secret unset s --env ENV --dry-run"),
            Map.entry(Action.SECRET_COPY, "secret copy s --from ENV --to ENV --dry-run"),
            Map.entry(Action.SECRET_ROTATE_KEY, "secret rotate-key --dry-run"),
            Map.entry(Action.SCHEMA_SET, "schema set acme/website -f schema.json --dry-run"),
            Map.entry(Action.SCHEMA_SHOW, "schema show acme/website"),
            Map.entry(Action.SCHEMA_UNSET, "schema unset acme/website --dry-run"),
            Map.entry(Action.MEMBER_INVITE, "member invite new@example.com --role viewer --dry-run"),
            Map.entry(Action.MEMBER_LIST, "member list"),
            Map.entry(Action.MEMBER_SHOW, "member show viewer@example.com"),
            Map.entry(Action.MEMBER_ROLE, "member role viewer@example.com developer --dry-run"),
            Map.entry(Action.MEMBER_SUSPEND, "member suspend viewer@example.com --dry-run"),
            Map.entry(Action.MEMBER_ACTIVATE, "member activate suspended@example.com --dry-run"),
            Map.entry(Action.MEMBER_REMOVE, "member remove viewer@example.com --dry-run"),
            Map.entry(Action.MEMBER_LEAVE, "member leave --dry-run"),
            Map.entry(
                    Action.MEMBER_TRANSFER_OWNERSHIP,
                    "member transfer-ownership admin@example.com --from second@example.com --dry-run"),
            Map.entry(Action.INVITE_LIST, "invite list"),
            Map.entry(Action.INVITE_ACCEPT, "invite accept --token-stdin --dry-run"),
            Map.entry(Action.INVITE_DECLINE, "invite decline --token-stdin --dry-run"),
            Map.entry(Action.INVITE_REVOKE, "invite revoke invited@example.com --dry-run"),
            Map.entry(Action.INVITE_RESEND, "invite resend invited@example.com --dry-run"),
            Map.entry(Action.ACCESS_LIST, "access list --project acme/website"),
            Map.entry(Action.ACCESS_CHECK, "access check --member owner@example.com --can org.show"),
            Map.entry(Action.ACCESS_EXPLAIN, "access explain --member owner@example.com --can org.show"),
            Map.entry(Action.TOKEN_CREATE, "token create --name another --dry-run"),
            Map.entry(Action.TOKEN_LIST, "token list"),
            Map.entry(Action.TOKEN_REVOKE, "token revoke ci --dry-run"),
            Map.entry(Action.AUDIT_LIST, "audit list --limit 1"),
            Map.entry(Action.AUDIT_VERIFY, "audit verify --org acme"),
            Map.entry(Action.AUDIT_EXPORT, "audit export"),
            Map.entry(Action.BILLING_SHOW, "billing show"),
            Map.entry(Action.BILLING_UPDATE, "billing update --legal-name Changed --dry-run"),
            Map.entry(Action.BILLING_ISSUER_SHOW, "billing issuer show"),
            Map.entry(Action.BILLING_ISSUER_SET, "billing issuer set --name Initech --dry-run"),
            Map.entry(Action.BILLING_PLAN_CREATE, "billing plan create another --currency EUR --base 1 --dry-run"),
            Map.entry(Action.BILLING_PLAN_LIST, "billing plan list"),
            Map.entry(Action.BILLING_PLAN_SHOW, "billing plan show standard"),
            Map.entry(Action.BILLING_PLAN_UPDATE, "billing plan update standard --currency USD --base 1 --dry-run"),
            Map.entry(Action.BILLING_PLAN_WITHDRAW, "billing plan withdraw standard --version 2 --dry-run"),
            Map.entry(Action.BILLING_PLAN_RETIRE, "billing plan retire standard --dry-run"),
            Map.entry(
                    Action.BILLING_USAGE_RECORD,
                    "billing usage record --env ENV --metric calls --quantity 1 --dry-run"),
            Map.entry(Action.BILLING_USAGE_IMPORT, "billing usage import -f usage.csv --dry-run"),
            Map.entry(Action.BILLING_USAGE_LIST, "billing usage list"),
            Map.entry(Action.BILLING_USAGE_SUMMARY, "billing usage summary"),
            Map.entry(Action.BILLING_STATEMENT, "billing statement"),
            Map.entry(Action.BILLING_CLOSE, "billing statement --period 2025-12 --close --dry-run"),
            Map.entry(Action.STORE_INFO, "store info"),
            Map.entry(Action.STORE_CHECK, "store check"),
            Map.entry(Action.STORE_BACKUP, "store backup backup.db --force"),
            Map.entry(Action.STORE_COPY, "store copy ../home/.local/share/orgctl/orgctl.db copy.db"),
            Map.entry(Action.STORE_RESTORE, "store restore backup.db --confirm orgctl.db --dry-run")));

    /** Commands that do nothing in the store, or look at no more than another does. */
    private static final Set<String> WITHOUT_ACTION = Set.of(
            "use",
            "export",
            "plan",
            "apply",
            "batch",
            "dashboard",
            "import organizations",
            "import projects",
            "import members");

    /** What an option makes of a command takes another right than the command itself. */
    static final Set<Action> OPTIONS_WITH_ACTION =
            Set.of(Action.BILLING_CLOSE, Action.ORG_LIVE_WRITES, Action.SECRET_REVEAL_VERSION, Action.SECRET_PURGE);

    /** What succeeds only for whom it is meant, which no role decides. */
    private static final Set<Action> FOR_HOLDERS = Set.of(Action.INVITE_ACCEPT, Action.INVITE_DECLINE);

    @TempDir
    Path folder;

    private CliHarness orgctl;
    private int runs;

    @BeforeEach
    void populate() throws IOException {
        orgctl = new CliHarness(folder);
        populate(orgctl);
    }

    /** Makes what the commands are about. */
    static void populate(CliHarness orgctl) throws IOException {
        // The first organization is there before the month that is closed is over.
        orgctl.at(Instant.parse("2025-12-31T23:59:59Z"));
        orgctl.set("EDITOR", "true");
        Files.writeString(orgctl.work().resolve("values.json"), "{\"a\": \"imported\"}");
        Files.writeString(orgctl.work().resolve("secrets.json"), "{\"new\": \"imported\"}");
        Files.writeString(orgctl.work().resolve("schema.json"), "{\"type\": \"object\"}");
        for (String organization : List.of("acme", "globex", "gone")) {
            orgctl.must("org", "create", organization);
            for (String person : List.of("second", "owner", "admin", "developer", "viewer", "suspended")) {
                join(orgctl, organization, person);
            }
            orgctl.must("member", "suspend", "suspended@example.com", "--org", organization);
        }
        orgctl.must("member", "invite", "invited@example.com", "--org", "acme");
        orgctl.must("org", "delete", "gone", "--confirm", "gone");
        orgctl.must("org", "create", "Elsewhere", "--as", "stranger@example.com");
        orgctl.set("ORGCTL_ORG", "acme");
        String live =
                orgctl.must("project", "create", "Website", "--jq", ".liveId").strip();
        Files.writeString(orgctl.work().resolve("usage.csv"), "environment,metric,quantity\n" + live + ",calls,1\n");
        orgctl.must("project", "create", "Old");
        orgctl.must("project", "delete", "old", "--confirm", "old");
        orgctl.must("schema", "set", "website", "-f", "schema.json");
        for (Mode mode : Mode.values()) {
            orgctl.typing("swordfish " + mode).must("secret", "set", "s", "--env", "website:" + mode);
            orgctl.must("config", "set", "a=1", "--env", "website:" + mode);
        }
        orgctl.must("billing", "plan", "update", "standard", "--seats-included", "2", "--from", "2099-01-01");
        orgctl.must("token", "create", "--name", "ci");
    }

    private static void join(CliHarness orgctl, String organization, String person) {
        String role = ROLES.contains(person) ? person : person.equals("second") ? "owner" : "viewer";
        String token = orgctl.must(
                "member",
                "invite",
                person + "@example.com",
                "--org",
                organization,
                "--role",
                role,
                "--jq",
                ".[].token");
        orgctl.typing(token).must("invite", "accept", "--token-stdin");
    }

    @Test
    void everyCommandHasAnActionAndALineHere() {
        Set<String> commands = new TreeSet<>();
        for (Noun noun : Commands.NOUNS.allNested()) {
            for (Verb verb : noun.verbs()) {
                String name = noun.nameOf(verb);
                if (!(verb instanceof LocalVerb) && !WITHOUT_ACTION.contains(name)) {
                    commands.add(name.replace(' ', '.'));
                }
            }
        }
        Set<String> actions = new TreeSet<>();
        for (Action action : Action.values()) {
            actions.add(action.toString());
        }
        OPTIONS_WITH_ACTION.forEach(action -> commands.add(action.toString()));
        assertThat(actions).isEqualTo(commands);
        assertThat(COMMANDS).containsOnlyKeys(Action.values());
        COMMANDS.forEach((action, line) -> {
            if (!OPTIONS_WITH_ACTION.contains(action)) {
                assertThat(line).startsWith(action.toString().replace('.', ' '));
            }
        });
    }

    @Test
    void everyRoleMayDoWhatTheTableSays() {
        SoftAssertions softly = new SoftAssertions();
        for (String liveWrites : List.of("developer", "admin", "owner")) {
            orgctl.must("org", "update", "acme", "--live-writes", liveWrites);
            for (Mode mode : Mode.values()) {
                for (Action action : Action.values()) {
                    for (String role : ROLES) {
                        boolean allowed = isAllowed(action.rule(), role, modeOf(action, mode), liveWrites);
                        check(softly, action, role, mode, liveWrites, allowed ? DONE : FORBIDDEN);
                    }
                }
            }
        }
        softly.assertAll();
        assertThat(runs).isEqualTo(Action.values().length * ROLES.size() * 2 * 3);
    }

    @Test
    void batchesAndImportsTakeTheRightsOfTheirCommands() throws IOException {
        Files.writeString(orgctl.work().resolve("projects.csv"), "name\nAnother\n");
        Files.writeString(orgctl.work().resolve("members.csv"), "email,role\nnew@example.com,viewer\n");
        Files.writeString(orgctl.work().resolve("organizations.csv"), "name,slug,liveWrites\nAcme,acme,admin\n");
        Files.writeString(orgctl.work().resolve("commands.txt"), "project create Another\n");
        for (String role : ROLES) {
            int asAdmin = role.equals("admin") || role.equals("owner") ? DONE : FORBIDDEN;
            assertRights(role, asAdmin, "import projects -f projects.csv --dry-run");
            assertRights(role, asAdmin, "import members -f members.csv --dry-run");
            assertRights(role, asAdmin, "batch -f commands.txt --dry-run");
            assertRights(
                    role,
                    role.equals("owner") ? DONE : FORBIDDEN,
                    "import organizations -f organizations.csv --update-existing --dry-run");
        }
    }

    private void assertRights(String role, int exit, String line) {
        CliHarness.Outcome outcome = orgctl.run((line + " --as " + role + "@example.com").split(" "));
        assertThat(outcome.exit()).as("%s as %s: %s", line, role, outcome).isEqualTo(exit);
    }

    @Test
    void whoeverIsNoActiveMemberSeesNothing() {
        SoftAssertions softly = new SoftAssertions();
        for (String stranger : STRANGERS) {
            for (Mode mode : Mode.values()) {
                for (Action action : Action.values()) {
                    check(
                            softly,
                            action,
                            stranger,
                            mode,
                            "developer",
                            switch (action.rule()) {
                                case ANYBODY -> DONE;
                                case OPERATE -> FORBIDDEN;
                                default -> NOT_FOUND;
                            });
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void theLocalOperatorMayDoAll() {
        SoftAssertions softly = new SoftAssertions();
        for (Mode mode : Mode.values()) {
            for (Action action : Action.values()) {
                if (action != Action.MEMBER_LEAVE) {
                    check(softly, action, null, mode, "developer", DONE);
                }
            }
        }
        softly.assertAll();
    }

    /** A token of the highest role does all but what would outlive it, and what is the local operator's. */
    @Test
    void tokensMakeRenewAndWidenNoRights() {
        Set<Action> outliving = Set.of(
                Action.ORG_CREATE,
                Action.ORG_LIVE_WRITES,
                Action.ORG_RESTORE,
                Action.PROJECT_MOVE,
                Action.MEMBER_INVITE,
                Action.MEMBER_ROLE,
                Action.MEMBER_ACTIVATE,
                Action.MEMBER_LEAVE,
                Action.MEMBER_TRANSFER_OWNERSHIP,
                Action.INVITE_ACCEPT,
                Action.INVITE_DECLINE,
                Action.INVITE_RESEND,
                Action.TOKEN_CREATE);
        SoftAssertions softly = new SoftAssertions();
        for (String maker : new String[] {null, "owner@example.com"}) {
            orgctl.typing(orgctl.must("invite", "resend", "invited@example.com", "--jq", ".token"));
            orgctl.set("ORGCTL_TOKEN", tokenOf(maker));
            for (Action action : Action.values()) {
                boolean refused = outliving.contains(action) || action.rule() == Rule.OPERATE;
                // It sees one organization, which is not in the trash.
                int expected = action == Action.ORG_RESTORE ? NOT_FOUND : refused ? FORBIDDEN : DONE;
                CliHarness.Outcome outcome = orgctl.run(line(action, Mode.LIVE, "developer"));
                softly.assertThat(outcome.exit())
                        .as("%s with a token of %s: %s", action, maker, outcome)
                        .isEqualTo(expected);
            }
            orgctl.set("ORGCTL_TOKEN", null);
        }
        softly.assertAll();
    }

    private String tokenOf(String maker) {
        orgctl.set("ORGCTL_ACTOR", maker);
        String token = orgctl.must("token", "create", "--name", "owners " + maker, "--role", "owner", "--jq", ".token");
        orgctl.set("ORGCTL_ACTOR", null);
        return token.strip();
    }

    /** An organization in the trash comes back with everybody's rights, which a token may not bring about. */
    @Test
    void aTokenDoesNotRestoreItsOrganization() {
        String token = tokenOf(null);
        orgctl.must("org", "delete", "acme", "--confirm", "acme");
        orgctl.set("ORGCTL_TOKEN", token);
        assertThat(orgctl.run("org", "restore", "acme").exit()).isEqualTo(FORBIDDEN);
    }

    /** Everybody reads the price list, whatever their token is for. */
    @Test
    void tokensReadThePriceListAndNeverChangeIt() {
        String token = orgctl.must(
                "token", "create", "--name", "narrow", "--project", "website", "--mode", "sandbox", "--jq", ".token");
        orgctl.set("ORGCTL_TOKEN", token.strip());
        for (Action action : List.of(
                Action.BILLING_PLAN_LIST,
                Action.BILLING_PLAN_SHOW,
                Action.BILLING_PLAN_CREATE,
                Action.BILLING_PLAN_UPDATE,
                Action.BILLING_PLAN_RETIRE)) {
            assertThat(orgctl.run(COMMANDS.get(action).split(" ")).exit())
                    .as("%s", action)
                    .isEqualTo(action.rule() == Rule.ANYBODY ? DONE : FORBIDDEN);
        }
        orgctl.set("ORGCTL_TOKEN", null);
        orgctl.must("token", "revoke", "narrow");
        orgctl.set("ORGCTL_TOKEN", token.strip());
        assertThat(orgctl.run("billing", "plan", "list").exit()).isEqualTo(FORBIDDEN);
    }

    /** The table of roles, written down a second time: what the program says of itself is no proof. */
    private static boolean isAllowed(Rule rule, String role, Mode mode, String liveWrites) {
        int rank = ROLES.indexOf(role);
        return switch (rule) {
            case ANYBODY, READ -> true;
            case ENVIRONMENT -> rank >= ROLES.indexOf(mode == Mode.LIVE ? liveWrites : "developer");
            case MANAGE -> rank >= ROLES.indexOf("admin");
            case TAKE_AWAY -> rank >= Math.max(ROLES.indexOf("admin"), ROLES.indexOf(liveWrites));
            case OWN -> rank >= ROLES.indexOf("owner");
            case OPERATE -> false;
        };
    }

    /** A promotion changes live, wherever one stands. */
    private static Mode modeOf(Action action, Mode mode) {
        // Whoever may reveal nothing in live checks the rest.
        Mode reached = action == Action.SECRET_CHECK ? null : mode;
        return action == Action.ENV_PROMOTE ? Mode.LIVE : reached;
    }

    /**
     * @param person null for the local operator
     */
    private void check(
            SoftAssertions softly, Action action, String person, Mode mode, String liveWrites, int expected) {
        String[] line = line(action, mode, liveWrites);
        if (FOR_HOLDERS.contains(action)) {
            orgctl.typing(orgctl.must("invite", "resend", "invited@example.com", "--jq", ".token"));
        }
        orgctl.set("ORGCTL_ACTOR", person == null ? null : person + "@example.com");
        // A copy needs an empty place.
        orgctl.work().resolve("copy.db").toFile().delete();
        CliHarness.Outcome outcome = orgctl.run(line);
        orgctl.set("ORGCTL_ACTOR", null);
        runs++;
        softly.assertThat(outcome.exit())
                .as("orgctl %s as %s, liveWrites %s: %s", String.join(" ", line), person, liveWrites, outcome)
                .isEqualTo(FOR_HOLDERS.contains(action) ? holder(person) : expected);
    }

    private static String[] line(Action action, Mode mode, String liveWrites) {
        return COMMANDS.get(action)
                .replace("ENV", "acme/website:" + mode)
                .replace("OTHER", liveWrites.equals("owner") ? "admin" : "owner")
                .split(" ");
    }

    /** An invitation is for the one who was invited, or for whoever is not named. */
    private static int holder(String person) {
        return person == null || person.equals("invited") ? DONE : NOT_FOUND;
    }
}
