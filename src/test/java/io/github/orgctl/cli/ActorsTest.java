package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.app.CliHarness.Outcome;
import io.github.orgctl.core.model.access.MemberStatus;
import io.github.orgctl.core.model.organization.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Acting as a person or with a token, and what is visible then. */
class ActorsTest {
    private static final String ANN = "ann@example.com";
    private static final String BOB = "bob@example.com";

    @TempDir
    Path folder;

    private CliHarness orgctl;
    private People people;
    private String secretId;
    private String projectId;
    private String sandboxId;

    @BeforeEach
    void makeOrganizations() {
        orgctl = new CliHarness(folder);
        people = new People(orgctl);
        secretId = orgctl.must("org", "create", "Secret", "-o", "ids").strip();
        projectId = orgctl.must("project", "create", "Plans", "--org", "secret", "-o", "ids")
                .strip();
        sandboxId = orgctl.must("project", "show", "secret/plans", "--jq", ".sandboxId")
                .strip();
        orgctl.must("org", "create", "Acme", "--as", ANN);
        orgctl.must("project", "create", "Website", "--org", "acme");
        people.add("acme", BOB, Role.ADMIN, MemberStatus.ACTIVE);
    }

    private String token(String... options) {
        String[] create = {"token", "create", "--name", "CI", "--org", "acme", "--jq", ".token"};
        String[] all = new String[create.length + options.length];
        System.arraycopy(create, 0, all, 0, create.length);
        System.arraycopy(options, 0, all, create.length, options.length);
        return orgctl.must(all).strip();
    }

    /** What is to be told of something that exists and is not seen, with its own name put for that of nothing. */
    private void assertSaysTheSame(String hidden, String nothing, String... command) {
        Outcome ofHidden = orgctl.run(filled(command, hidden));
        Outcome ofNothing = orgctl.run(filled(command, nothing));
        assertThat(ofHidden.exit()).as(String.join(" ", command)).isEqualTo(3);
        assertThat(ofNothing.exit()).isEqualTo(3);
        assertThat(ofHidden.out()).isEmpty();
        assertThat(ofHidden.err().replace(hidden, nothing)).isEqualTo(ofNothing.err());
    }

    private static String[] filled(String[] command, String name) {
        return List.of(command).stream().map(word -> word.replace("{}", name)).toArray(String[]::new);
    }

    @ParameterizedTest
    @EnumSource(
            value = MemberStatus.class,
            names = {"INVITED", "SUSPENDED"})
    void whoeverIsNoActiveMemberSeesNothing(MemberStatus status) {
        people.add("secret", ANN, Role.OWNER, status);
        orgctl.set("ORGCTL_ACTOR", ANN);
        seesNothingOfSecret();
    }

    @Test
    void aStrangerSeesNothing() {
        orgctl.set("ORGCTL_ACTOR", ANN);
        seesNothingOfSecret();
    }

    @Test
    void aTokenOfAnotherOrganizationSeesNothing() {
        orgctl.set("ORGCTL_TOKEN", token("--role", "owner"));
        seesNothingOfSecret();
    }

    private void seesNothingOfSecret() {
        String none = "00000000-0000-4000-8000-00000000dead";
        for (String command : List.of("org show {}", "project list --org {}", "use {}", "project show {}/plans")) {
            assertSaysTheSame("secret", "nowhere", command.split(" "));
        }
        for (String command : List.of("org show {}", "org update {} --name X", "org delete {} --confirm secret")) {
            assertSaysTheSame(secretId, none, command.split(" "));
        }
        assertSaysTheSame(projectId, none, "project", "show", "{}");
        assertSaysTheSame(projectId, none, "schema", "show", "{}");
        for (String command : List.of(
                "env show {}",
                "config list --env {}",
                "config set a=1 --env {}",
                "secret list --env {}",
                "env diff {}",
                "config validate {}",
                "config validate {} --mode live",
                "access check --can config.set {}")) {
            assertSaysTheSame(sandboxId, none, command.split(" "));
        }
        assertThat(orgctl.must("org", "list", "-o", "json", "--jq", "map(.slug) | tostring"))
                .isEqualTo("[\"acme\"]\n");
        assertThat(orgctl.must("project", "list", "--all-orgs", "-o", "ndjson")).doesNotContain("plans");
        assertThat(orgctl.must("env", "list", "--all-orgs", "-o", "ndjson")).doesNotContain("plans");
        assertThat(orgctl.must("access", "list", "-o", "ndjson")).doesNotContain("secret");
        assertThat(orgctl.must("__complete", "organization", "", "--")).doesNotContain("secret");
        assertThat(orgctl.must("__complete", "project", "secret/", "--")).isEmpty();
        assertThat(orgctl.must("__complete", "environment", "secret/", "--")).isEmpty();
    }

    @Test
    void completionShowsUsageToWhomMayReadTheBilling() {
        orgctl.must(
                "billing",
                "usage",
                "record",
                "--env",
                sandboxId,
                "--metric",
                "hush",
                "--quantity",
                "1",
                "--org",
                "secret");
        String live = orgctl.must("project", "show", "acme/website", "--jq", ".sandboxId")
                .strip();
        orgctl.must("billing", "usage", "record", "--env", live, "--metric", "visits", "--quantity", "1");
        people.add("acme", "vic@example.com", Role.VIEWER, MemberStatus.ACTIVE);
        assertThat(orgctl.must("__complete", "metric", "", "--")).contains("hush", "visits");
        orgctl.set("ORGCTL_ACTOR", BOB);
        assertThat(orgctl.must("__complete", "metric", "", "--"))
                .contains("visits")
                .doesNotContain("hush");
        orgctl.set("ORGCTL_ACTOR", "vic@example.com");
        assertThat(orgctl.must("__complete", "metric", "", "--")).doesNotContain("hush", "visits");
    }

    @Test
    void nobodyIsToldOfTheMembershipsThatTheyDoNotShare() {
        people.add("secret", BOB, Role.VIEWER, MemberStatus.ACTIVE);
        String seen = orgctl.must("access", "list", "--member", BOB, "--as", ANN, "-o", "ids");
        assertThat(seen).isEqualTo("acme\nacme/website\n");
        assertThat(orgctl.must("access", "list", "--member", BOB, "-o", "ids"))
                .isEqualTo("acme\nacme/website\nsecret\nsecret/plans\n");
    }

    @Test
    void aViewerMayAskAboutEverybodyInTheOrganization() {
        people.add("acme", "vic@example.com", Role.VIEWER, MemberStatus.ACTIVE);
        orgctl.set("ORGCTL_ACTOR", "vic@example.com");
        assertThat(orgctl.must("access", "list", "--project", "acme/website", "--jq", ".[].member"))
                .isEqualTo(ANN + "\n" + BOB + "\nvic@example.com\n");
        assertThat(orgctl.must("access", "explain", "--member", BOB, "--can", "org.update", "--org", "acme"))
                .contains("orgctl member role " + BOB + " owner --org acme");
        assertThat(orgctl.run("access", "list", "--token", "CI", "--org", "acme")
                        .exit())
                .isEqualTo(6);
    }

    @Test
    void aTokenIsNeverWiderThanItsMaker() {
        Outcome refused = orgctl.run("token", "create", "--name", "x", "--org", "acme", "--role", "owner", "--as", BOB);
        assertThat(refused.exit()).isEqualTo(6);
        assertThat(refused.err()).contains(BOB + " has the role admin in acme", "--role admin or a lower role");

        String token = token("--role", "admin", "--as", BOB);
        orgctl.set("ORGCTL_TOKEN", token);
        orgctl.must("project", "create", "Shop", "--org", "acme");
        people.update("acme", BOB, Role.VIEWER, MemberStatus.ACTIVE);
        assertThat(orgctl.run("project", "create", "More", "--org", "acme").exit())
                .isEqualTo(6);
        assertThat(orgctl.must("access", "list", "--jq", ".[0].role")).isEqualTo("viewer\n");
        people.update("acme", BOB, Role.ADMIN, MemberStatus.SUSPENDED);
        assertThat(orgctl.run("project", "list", "--org", "acme").exit()).isEqualTo(6);
        orgctl.set("ORGCTL_TOKEN", null);
        assertThat(orgctl.must("token", "list", "--org", "acme", "--jq", ".[].status"))
                .isEqualTo("suspended\n");
        orgctl.must("member", "remove", BOB, "--org", "acme");
        assertThat(orgctl.must("token", "list", "--org", "acme", "-o", "json")).isEqualTo("[]\n");
        assertThat(orgctl.must("token", "list", "--org", "acme", "--revoked", "--jq", ".[] | .createdBy, .ending"))
                .isEqualTo(BOB + "\n" + token.substring(token.length() - 6) + "\n");
        orgctl.set("ORGCTL_TOKEN", token);
        assertThat(orgctl.run("project", "list", "--org", "acme").exit()).isEqualTo(6);
    }

    @Test
    void anExpiredTokenEndsAndGivesItsNameUp() {
        orgctl.set("ORGCTL_TOKEN", token("--expires", "1h"));
        orgctl.must("org", "list");
        orgctl.at(CliHarness.START.plus(Duration.ofHours(2)));
        assertThat(orgctl.run("org", "list").exit()).isEqualTo(6);
        orgctl.set("ORGCTL_TOKEN", null);
        assertThat(orgctl.must("token", "list", "--org", "acme", "--jq", ".[].status"))
                .isEqualTo("expired\n");
        assertThat(orgctl.must("access", "explain", "--token", "CI", "--can", "org.show", "--org", "acme"))
                .contains("the token is expired");
        orgctl.set("ORGCTL_TOKEN", token("--if-not-exists"));
        orgctl.must("org", "list");
        orgctl.set("ORGCTL_TOKEN", null);
        assertThat(orgctl.must("token", "list", "--org", "acme", "--revoked", "-o", "ids"))
                .hasLineCount(1);
    }

    @Test
    void aTokenForOneProjectAsksAboutItselfAlone() {
        orgctl.set("ORGCTL_TOKEN", token("--project", "website", "--role", "admin"));
        orgctl.set("ORGCTL_ORG", "acme");
        assertThat(orgctl.run("access", "check", "--can", "project.update", "website")
                        .exit())
                .isZero();
        assertThat(orgctl.run("access", "check", "--can", "project.create").exit())
                .isEqualTo(1);
        assertThat(orgctl.run("access", "check", "--can", "project.update", "website", "--member", BOB)
                        .exit())
                .isEqualTo(6);
        assertThat(orgctl.run("access", "list", "--project", "website").exit()).isEqualTo(6);
        assertThat(orgctl.run("access", "list", "--member", BOB).exit()).isEqualTo(6);
        assertThat(orgctl.must("access", "list", "-o", "ids")).isEqualTo("acme\nacme/website\n");
        assertThat(orgctl.must("access", "list", "--token", "CI", "-o", "ids")).isEqualTo("acme\nacme/website\n");
    }

    @Test
    void aTokenForOneProjectGoesOnBehindNothingThatItDoesNotSee() {
        orgctl.must("project", "create", "Shop", "--org", "acme");
        orgctl.set("ORGCTL_TOKEN", token("--project", "acme/website", "--role", "viewer"));
        for (String whose : List.of("--member nobody@example.com", "--member " + BOB, "--token CI", "--org acme")) {
            List<String> command = new ArrayList<>(List.of("access", "list", "--after", "acme"));
            command.addAll(List.of(whose.split(" ")));
            Outcome outcome = orgctl.run(command.toArray(String[]::new));
            assertThat(outcome.out()).as(whose).doesNotContain("shop");
        }
        assertThat(orgctl.must("access", "list", "--after", "acme", "-o", "ids"))
                .isEqualTo("acme/website\n");
    }

    @Test
    void aTokenForOneProjectLearnsOfNoOther() {
        orgctl.must("project", "create", "Shop", "--org", "acme");
        String shop = orgctl.must("project", "show", "acme/shop", "--jq", ".id").strip();
        orgctl.set("ORGCTL_TOKEN", token("--project", "acme/website", "--role", "admin"));
        for (String change : List.of("--slug shop", "--name Shop")) {
            Outcome outcome = orgctl.run(("project update acme/website " + change).split(" "));
            assertThat(outcome.exit()).isEqualTo(4);
            assertThat(outcome.err()).contains("is already taken").doesNotContain(shop, "acme/shop");
        }
        assertThat(orgctl.must("org", "list", "--jq", ".[].projects")).isEqualTo("1\n");
        assertThat(orgctl.must("org", "show", "acme", "--jq", ".projects")).isEqualTo("1\n");
        orgctl.set("ORGCTL_TOKEN", null);
        assertThat(orgctl.must("org", "show", "acme", "--jq", ".projects")).isEqualTo("2\n");
    }

    @Test
    void aTokenHasNoRightsInAnotherOrganization() {
        token("--role", "owner");
        String id = orgctl.must("token", "list", "--org", "acme", "-o", "ids").strip();
        orgctl.set("ORGCTL_ORG", "secret");
        assertThat(orgctl.must("access", "explain", "--token", id, "--can", "org.update"))
                .contains("the token is for the organization acme");
    }

    @Test
    void whatIsNoTokenIsNeverRepeated() {
        String token = token();
        String mistyped = token.substring(0, 20) + (token.charAt(20) == 'x' ? 'y' : 'x') + token.substring(21);
        String known = token.substring("orgctl_".length(), 40);
        for (String text : List.of(mistyped, token + "0", token.substring(1), token.toUpperCase(Locale.ROOT), known)) {
            orgctl.set("ORGCTL_TOKEN", text);
            for (String command : List.of("org list --debug", "org list -o json", "project create X --dry-run")) {
                Outcome outcome = orgctl.run(command.split(" "));
                assertThat(outcome.exit()).as(command).isEqualTo(2);
                assertThat(outcome.out() + outcome.err()).doesNotContain(text, known.substring(20));
            }
            assertThat(orgctl.must("status", "--explain")).doesNotContain(text).contains("API token");
        }
    }

    @Test
    void aDryRunShowsNoToken() {
        Outcome outcome = orgctl.run("token", "create", "--name", "x", "--org", "acme", "--dry-run", "-o", "json");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out() + outcome.err()).contains("\"token\": null").doesNotContain("orgctl_");
    }

    @Test
    void theTextOfATokenIsNotInTheStore() throws Exception {
        String token = token();
        for (String file : List.of("orgctl.db", "orgctl.db-wal")) {
            Path path = orgctl.storeFile().resolveSibling(file);
            if (Files.exists(path)) {
                String content = Files.readString(path, StandardCharsets.ISO_8859_1);
                assertThat(content).doesNotContain(token.substring("orgctl_".length(), token.length() - 6));
            }
        }
    }
}
