package io.github.orgctl.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.Cli;
import io.github.orgctl.cli.host.Host;
import io.github.orgctl.cli.host.Io;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.vault.RandomCredentials;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code orgctl __complete} answers. */
class CompleterTest {
    @TempDir
    Path folder;

    private final Map<String, String> environment = new TreeMap<>();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void fillStore() {
        environment.put("HOME", folder.toString());
        environment.put("ORGCTL_STORE", folder.resolve("s.db").toString());
        run("org", "create", "Acme");
        run("org", "create", "Accounts & more", "--slug", "accounts");
        run("project", "create", "Site", "--org", "acme");
        run("project", "create", "Shop", "--org", "acme");
        run("project", "create", "Only", "--org", "accounts");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(run(out, arguments)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private int run(OutputStream out, String... arguments) {
        Io io = new Io(new ByteArrayInputStream(new byte[0]), out, err, false, false, false);
        return Cli.run(
                arguments,
                new Host(
                        io,
                        environment,
                        folder.toFile(),
                        Clock.systemUTC(),
                        () -> new Id(UUID.randomUUID().toString()),
                        new RandomCredentials(),
                        () -> false));
    }

    private List<String> complete(String kind, String prefix, String... words) {
        String[] arguments = new String[4 + words.length];
        arguments[0] = Completer.COMMAND;
        arguments[1] = kind;
        arguments[2] = prefix;
        arguments[3] = "--";
        System.arraycopy(words, 0, arguments, 4, words.length);
        err.reset();
        List<String> candidates = run(arguments).lines().toList();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        return candidates;
    }

    @Test
    void offersOrganizations() {
        assertThat(complete("organization", "")).containsExactly("accounts", "acme");
        assertThat(complete("organization", "acm")).containsExactly("acme");
        assertThat(complete("organization", "b")).isEmpty();
        assertThat(complete("organization", "ACM")).isEmpty();
    }

    @Test
    void readsAStoreBelowTheHomeOfTheUser() {
        environment.remove("ORGCTL_STORE");
        assertThat(complete("organization", "acm", "--store", "~/s.db")).containsExactly("acme");
        assertThat(complete("organization", "acm", "--store", "~/none.db")).isEmpty();
        assertThat(complete("organization", "acm", "--store=~/s.db")).isEmpty();
    }

    @Test
    void offersProjectsOfTheOrganizationInFrontOfTheSlash() {
        assertThat(complete("project", "acme/")).containsExactly("acme/shop", "acme/site");
        assertThat(complete("project", "acme/si")).containsExactly("acme/site");
        assertThat(complete("project", "none/")).isEmpty();
        assertThat(complete("project", "/")).isEmpty();
    }

    @Test
    void offersProjectsOfTheCurrentOrganization() {
        assertThat(complete("project", "", "--org", "acme")).containsExactly("shop", "site");
        assertThat(complete("project", "", "project", "show", "--org=acme")).containsExactly("shop", "site");
        environment.put("ORGCTL_ORG", "accounts");
        assertThat(complete("project", "")).containsExactly("only");
        assertThat(complete("project", "", "--org", "acme")).containsExactly("shop", "site");
        assertThat(complete("project", "", "--", "--org", "acme")).containsExactly("only");
    }

    @Test
    void offersOrganizationsToGoOnFromWhereNoProjectFits() {
        assertThat(complete("project", "ac")).containsExactly("accounts/", "acme/");
        assertThat(complete("project", "ac", "--org", "acme")).isEmpty();
        environment.put("ORGCTL_ORG", "acme");
        assertThat(complete("project", "ac")).containsExactly("accounts/", "acme/");
        environment.put("ORGCTL_ORG", "gone-since");
        assertThat(complete("project", "")).containsExactly("accounts/", "acme/");
    }

    @Test
    void offersEnvironments() {
        assertThat(complete("environment", "acme/si")).containsExactly("acme/site:sandbox", "acme/site:live");
        assertThat(complete("environment", "acme/site:l")).containsExactly("acme/site:live");
        assertThat(complete("environment", "acme/s", "--mode", "live")).containsExactly("acme/shop", "acme/site");
        assertThat(complete("environment", "", "--org", "accounts")).containsExactly("only:sandbox", "only:live");
    }

    @Test
    void offersKeysOfTheEnvironmentThatTheLineNames() {
        run("config", "set", "api.url=x", "api.port=1", "api.tls.on=true", "title=x", "--env", "acme/site:live");
        assertThat(complete("key", "", "--env", "acme/site:live")).containsExactly("api.", "title");
        assertThat(complete("key", "api.", "--env=acme/site", "--mode=live"))
                .containsExactly("api.port", "api.tls.on", "api.url");
        assertThat(complete("assignment", "", "--env", "acme/site:live")).containsExactly("api.", "title=");
        assertThat(complete("key", "", "--env", "acme/site:sandbox")).isEmpty();
        assertThat(complete("key", "")).isEmpty();
        environment.put("ORGCTL_PROJECT", "acme/site");
        assertThat(complete("key", "ti", "--mode", "live")).containsExactly("title");
    }

    @Test
    void offersKeysOfTheSharedConfiguration() {
        run("project", "create", "Shared", "--org", "acme");
        run("config", "set", "mail=x", "--env", "acme/shared:live");
        environment.put("ORGCTL_ORG", "acme");
        environment.put("ORGCTL_PROJECT", "acme/site");
        assertThat(complete("key", "", "--shared", "--mode", "live")).containsExactly("mail");
        assertThat(complete("assignment", "m", "--mode=live", "--shared")).containsExactly("mail=");
        assertThat(complete("key", "", "--shared", "--mode", "sandbox")).isEmpty();
    }

    @Test
    void offersMembersOfTheCurrentOrganization() {
        run("org", "create", "Guild", "--as", "Ann@example.com");
        assertThat(complete("member", "", "--org", "guild")).containsExactly("Ann@example.com\towner");
        assertThat(complete("member", "Bo", "--org", "guild")).isEmpty();
        assertThat(complete("member", "", "--org", "acme")).isEmpty();
        assertThat(complete("member", "")).isEmpty();
        environment.put("ORGCTL_ACTOR", "bob@example.com");
        assertThat(complete("member", "", "--org", "guild")).isEmpty();
        assertThat(complete("organization", "")).isEmpty();
        assertThat(complete("project", "acme/")).isEmpty();
    }

    @Test
    void offersThoseWhoAreInvitedWhereAnInvitationIsMeant() {
        run("org", "create", "Guild", "--as", "ann@example.com");
        run("member", "invite", "bo@example.com", "--org", "guild");
        assertThat(complete("member", "", "--org", "guild"))
                .containsExactly("ann@example.com\towner", "bo@example.com\tdeveloper");
        assertThat(complete("invited", "", "--org", "guild")).containsExactly("bo@example.com\tdeveloper");
        assertThat(complete("invitation-status", "")).contains("pending", "expired");
    }

    @Test
    void offersTokensByWhatNeedsNoQuotes() {
        String id = run("token", "create", "--name", "two words", "--org", "acme", "--jq", ".id")
                .strip();
        String token = run("token", "create", "--name", "CI", "--org", "acme", "--jq", ".token")
                .strip();
        assertThat(complete("token", "", "--org", "acme")).containsExactly("CI\tviewer", id + "\ttwo words");
        run("token", "revoke", "CI", "--org", "acme");
        assertThat(complete("token", "C", "--org", "acme")).isEmpty();
        environment.put("ORGCTL_TOKEN", token);
        assertThat(complete("organization", "")).isEmpty();
        environment.put("ORGCTL_TOKEN", "orgctl_mistyped");
        assertThat(complete("organization", "")).isEmpty();
    }

    @Test
    void offersActions() {
        assertThat(complete("action", "config.s")).containsExactly("config.set");
        assertThat(complete("action", "")).hasSize(Action.values().length);
    }

    @Test
    void offersWorkplaces() {
        assertThat(complete("workplace", "")).containsExactly("accounts", "acme");
        assertThat(complete("workplace", "acm")).containsExactly("acme", "acme/shop", "acme/site");
        assertThat(complete("workplace", "acme/si")).containsExactly("acme/site");
    }

    @Test
    void offersWhatIsInTheTrashWithItsName() {
        run("org", "delete", "accounts", "--confirm", "accounts");
        run("project", "delete", "acme/shop", "--confirm", "shop");
        assertThat(complete("organization", "ac")).containsExactly("acme");
        assertThat(complete("deleted-organization", "ac")).containsExactly("accounts\tAccounts & more");
        assertThat(complete("project", "acme/s")).containsExactly("acme/site");
        assertThat(complete("deleted-project", "acme/s")).containsExactly("acme/shop\tShop");
        assertThat(complete("deleted-project", "", "--org", "acme")).containsExactly("shop\tShop");
    }

    @Test
    void offersWhatIsDeclared() {
        assertThat(complete("mode", "")).containsExactly("sandbox", "live");
        assertThat(complete("role", "")).containsExactly("viewer", "developer", "admin", "owner");
        assertThat(complete("live-writes", "")).containsExactly("developer", "admin", "owner");
        assertThat(complete("format", "j")).containsExactly("json\tone JSON document");
        assertThat(complete("color", "n")).containsExactly("never\twithout colours");
        assertThat(complete("shell", "")).containsExactly("bash", "zsh", "fish");
    }

    @Test
    void offersFieldsOfWhatTheCommandShows() {
        assertThat(complete("field:org list", "web")).containsExactly("websiteUrl");
        assertThat(complete("field:org list", "slug,")).contains("slug,name").doesNotContain("slug,slug");
        assertThat(complete("field:version", "")).contains("javaHome");
        assertThat(complete("order:project list", "createdAt:")).containsExactly("createdAt:asc", "createdAt:desc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none",
                "file",
                "nonsense",
                "field",
                "field:",
                "field:org",
                "field:bogus list",
                "field:completion"
            })
    void offersNothingWhereItKnowsNothing(String kind) {
        assertThat(complete(kind, "")).isEmpty();
    }

    @Test
    void answersNothingToACallThatIsCutShort() {
        assertThat(run(Completer.COMMAND)).isEmpty();
        assertThat(run(Completer.COMMAND, "organization")).isEmpty();
        assertThat(run(Completer.COMMAND, "organization", "acm")).isEqualTo("acme\n");
        assertThat(run(Completer.COMMAND, "project", "", "--", "--org")).isEmpty();
    }

    @Test
    void makesNoFileAndSaysNothingWhereThereIsNoStore() throws IOException {
        Path place = folder.resolve("none/at/all.db");
        assertThat(complete("organization", "", "--store", place.toString())).isEmpty();
        assertThat(complete("project", "acme/", "--store=" + place)).isEmpty();
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void saysNothingAboutWhatIsBroken() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.db"), "no database at all, whatever it is called");
        assertThat(complete("organization", "", "--store", broken.toString())).isEmpty();
        assertThat(complete("organization", "", "--store", folder.toString())).isEmpty();
        assertThat(broken).hasContent("no database at all, whatever it is called");
        Files.writeString(folder.resolve(".orgctl.json"), "{\"org\": 5");
        assertThat(complete("organization", "")).isEmpty();
        assertThat(complete("mode", "")).isNotEmpty();
    }

    @Test
    void survivesAnOutputThatIsClosed() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertThat(run(closed, Completer.COMMAND, "organization", "")).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void leavesNothingBesideTheStore() throws IOException {
        complete("organization", "");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("s.db"));
        }
    }

    @Test
    void limitsAndTamesWhatItOffers() {
        Offers offers = new Offers("");
        for (int i = 0; i < Offers.LIMIT + 5; i++) {
            offers.add("word" + i, "a\tb\nc\u001b[31m\u202e");
        }
        assertThat(offers.lines().lines()).hasSize(Offers.LIMIT).startsWith("word0\ta b c [31m ");
    }
}
