package io.github.orgctl.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.app.CliHarness.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates that refer to the shared configuration of their organization. */
class SharedConfigurationTest {
    private static final String SANDBOX = "acme/web:sandbox";
    private static final String UNREADABLE = "which does not exist or may not be read";

    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void makeProjects() {
        orgctl = new CliHarness(folder);
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("project", "create", "Web");
        orgctl.must("project", "create", "Shared");
        orgctl.must("config", "set", "host=s.example", "--shared", "--mode", "sandbox");
        orgctl.must("config", "set", "host=l.example", "--shared", "--mode", "live", "--allow-new-domains");
    }

    private void otherOrganization() {
        orgctl.must("org", "create", "Globex");
        orgctl.must("project", "create", "Shared", "--org", "globex");
        orgctl.must("config", "set", "host=g.example", "--env", "globex/shared:sandbox");
    }

    private void set(String environment, String... assignments) {
        for (String assignment : assignments) {
            orgctl.must("config", "set", assignment, "--expand", "--env", environment);
        }
    }

    private String get(String key, String environment) {
        return orgctl.must("config", "get", key, "--env", environment).strip();
    }

    private String raw(String key, String environment) {
        return orgctl.must("config", "get", key, "--raw", "--env", environment).strip();
    }

    private void assertConsistent() {
        assertThat(orgctl.must("store", "check", "--jq", ".[] | select(.ok | not)"))
                .isEmpty();
        assertThat(orgctl.must("audit", "verify", "--all-orgs", "--jq", ".[] | select(.ok | not)"))
                .isEmpty();
    }

    @Test
    void aMovedProjectKeepsItsTarget() {
        otherOrganization();
        set(SANDBOX, "url=https://${shared.host}");
        orgctl.must("project", "move", "web", "--to", "globex", "--break-references");
        assertThat(get("url", "globex/web:sandbox")).isEqualTo("https://s.example");
        assertThat(raw("url", "globex/web:sandbox")).isEqualTo("https://${acme/shared/host}");
        orgctl.must("config", "set", "url=${acme/shared/host}", "--expand", "--env", "globex/web:sandbox");
        assertThat(get("url", "globex/web:sandbox")).isEqualTo("s.example");
        set("globex/web:sandbox", "url=${shared.host}");
        assertThat(get("url", "globex/web:sandbox")).isEqualTo("g.example");
        assertThat(raw("url", "globex/web:sandbox")).isEqualTo("${shared.host}");
        orgctl.must("project", "move", "globex/web", "--to", "acme", "--break-references");
        assertThat(raw("url", SANDBOX)).isEqualTo("${globex/shared/host}");
        assertConsistent();
    }

    @Test
    void aMovedSharedProjectKeepsItsReferrers() {
        orgctl.must("org", "create", "Globex");
        set(SANDBOX, "url=${shared.host}");
        orgctl.must("project", "move", "shared", "--to", "globex", "--break-references");
        assertThat(get("url", SANDBOX)).isEqualTo("s.example");
        assertThat(raw("url", SANDBOX)).isEqualTo("${globex/shared/host}");
        assertThat(orgctl.run("config", "list", "--shared", "--mode", "sandbox").exit())
                .isEqualTo(3);
        Outcome unset = orgctl.run("config", "unset", "host", "--env", "globex/shared:sandbox");
        assertThat(unset.exit()).isEqualTo(8);
        assertThat(unset.err()).contains("acme/web:sandbox/url");
        assertConsistent();
    }

    @Test
    void copiesAndClonesKeepTheirTarget() {
        otherOrganization();
        set(SANDBOX, "url=${shared.host}");
        orgctl.typing("x${shared.host}").must("secret", "set", "dsn", "--expand", "--env", SANDBOX);
        String copied = orgctl.must("config", "copy", "--from", SANDBOX, "--to", "globex/shared:sandbox");
        assertThat(copied).contains("${acme/shared/host}");
        assertThat(raw("url", "globex/shared:sandbox")).isEqualTo("${acme/shared/host}");
        assertThat(orgctl.run("config", "copy", "--from", SANDBOX, "--to", "globex/shared:sandbox")
                        .err())
                .contains("nothing to change");
        orgctl.must("project", "clone", "web", "Twin", "--with-secrets");
        assertThat(raw("url", "acme/twin:sandbox")).isEqualTo("${shared.host}");
        orgctl.must("project", "clone", "acme/web", "Far", "--org", "globex", "--with-secrets");
        assertThat(raw("url", "globex/far:sandbox")).isEqualTo("${acme/shared/host}");
        assertThat(get("url", "globex/far:sandbox")).isEqualTo("s.example");
        assertThat(orgctl.must("secret", "reveal", "dsn", "--raw", "--env", "globex/far:sandbox"))
                .isEqualTo("x${acme/shared/host}\n");
        orgctl.must(
                "config", "copy", "url", "--from", SANDBOX, "--to", "acme/web:live", "--yes", "--allow-new-domains");
        assertThat(get("url", "acme/web:live")).isEqualTo("l.example");
        orgctl.must("secret", "copy", "--from", SANDBOX, "--to", "acme/web:live", "--yes");
        assertThat(orgctl.must("secret", "reveal", "dsn", "--env", "acme/web:live"))
                .isEqualTo("xl.example\n");
        assertConsistent();
    }

    @Test
    void aRollbackResolvesAcrossARename() {
        set(SANDBOX, "url=${shared.host}");
        orgctl.must("config", "set", "url=plain", "--env", SANDBOX);
        orgctl.must("project", "update", "shared", "--slug", "common");
        orgctl.must("env", "undo", SANDBOX);
        assertThat(get("url", SANDBOX)).isEqualTo("s.example");
        assertThat(orgctl.run("config", "unset", "host", "--env", "acme/common:sandbox")
                        .exit())
                .isEqualTo(8);
        assertConsistent();
    }

    @Test
    void aNewSharedProjectTakesThePlaceOfADeletedOneWhenTemplatesAreSetAgain() {
        set(SANDBOX, "url=${shared.host}");
        orgctl.must("project", "delete", "shared", "--confirm", "shared", "--break-references", "--purge");
        orgctl.must("project", "create", "Shared");
        orgctl.must("config", "set", "host=new.example", "--shared", "--mode", "sandbox");
        Outcome broken = orgctl.run("config", "get", "url", "--env", SANDBOX);
        assertThat(broken.exit()).isEqualTo(5);
        assertThat(broken.err()).contains(UNREADABLE);
        assertThat(orgctl.run("store", "check").out()).contains("acme/web:sandbox/url");
        set(SANDBOX, "url=${shared.host}");
        assertThat(get("url", SANDBOX)).isEqualTo("new.example");
        assertConsistent();
    }

    @Test
    void theReaderNeedsTheRightToReadIt() {
        set(SANDBOX, "url=${shared.host}");
        String token = orgctl.must(
                        "token", "create", "--name", "ci", "--project", "web", "--role", "developer", "--jq", ".token")
                .strip();
        orgctl.set("ORGCTL_TOKEN", token);
        Outcome read = orgctl.run("env", "export", SANDBOX, "--format", "json");
        Outcome write = orgctl.run("config", "set", "x=${shared.host}", "--expand", "--env", SANDBOX);
        Outcome list = orgctl.run("config", "list", "--shared", "--mode", "sandbox");
        orgctl.set("ORGCTL_TOKEN", null);
        assertThat(read.exit()).isEqualTo(5);
        assertThat(read.out()).isEmpty();
        assertThat(read.err()).contains("acme/web:sandbox/url", UNREADABLE).doesNotContain("s.example");
        assertThat(write.exit()).isEqualTo(3);
        assertThat(list.exit()).isEqualTo(3);
        String invited = orgctl.must("member", "invite", "ann@example.com", "--role", "viewer", "--jq", ".[].token");
        orgctl.typing(invited.strip()).must("invite", "accept", "--token-stdin", "--as", "ann@example.com");
        assertThat(orgctl.must("config", "get", "url", "--env", SANDBOX, "--as", "ann@example.com"))
                .isEqualTo("s.example\n");
        assertThat(orgctl.run("config", "set", "host=x", "--shared", "--mode", "sandbox", "--as", "ann@example.com")
                        .exit())
                .isEqualTo(6);
    }

    @Test
    void anOwnKeyThatBeginsLikeTheReferenceIsNotMeant() throws Exception {
        orgctl.must("config", "set", "later.host=own.example", "--env", SANDBOX);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + orgctl.storeFile());
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE environment_value SET key = 'shared.host' WHERE key = 'later.host'");
        }
        set(SANDBOX, "a=${shared.host}", "b=${acme/web:sandbox/shared.host}");
        assertThat(get("a", SANDBOX)).isEqualTo("s.example");
        assertThat(get("b", SANDBOX)).isEqualTo("own.example");
        assertThat(orgctl.must("search", "--key", "shared.*", "-o", "csv", "--fields", "project,key"))
                .isEqualTo("project,key\nweb,shared.host\n");
        assertThat(orgctl.must("search", "--references", "shared.host", "-o", "csv", "--fields", "key"))
                .isEqualTo("key\nb\na\n");
    }

    @Test
    void oneDocumentMakesTheSharedProjectAndWhatRefersToIt() throws Exception {
        String project = "apiVersion: orgctl/v1\nkind: Project\norganization: %s\nslug: %s\nname: %s\n"
                + "sandbox:\n  configuration:\n    %s\n";
        Files.writeString(
                orgctl.work().resolve("all.yaml"),
                String.join(
                        "---\n",
                        "apiVersion: orgctl/v1\nkind: Organization\nslug: new\nname: New\n",
                        project.formatted("new", "app", "App", "url: {$template: '${shared.host}'}"),
                        project.formatted("new", "shared", "Shared", "host: n.example")));
        orgctl.must("apply", "-f", "all.yaml", "--yes");
        assertThat(get("url", "new/app:sandbox")).isEqualTo("n.example");
        assertThat(orgctl.run("plan", "-f", "all.yaml").err()).contains("nothing to change");
    }

    @Test
    void aDocumentThatMovesAProjectMeansTheSharedConfigurationOfItsNewOrganization() throws Exception {
        otherOrganization();
        set(SANDBOX, "url=${shared.host}");
        String id = orgctl.must("project", "show", "web", "--jq", ".id").strip();
        Files.writeString(
                orgctl.work().resolve("web.yaml"),
                "apiVersion: orgctl/v1\nkind: Project\nid: " + id + "\norganization: globex\nslug: web\nname: Web\n"
                        + "sandbox:\n  configuration:\n    url: {$template: '${shared.host}'}\n");
        orgctl.must("apply", "-f", "web.yaml", "--yes", "--allow-live", "--allow-role-changes");
        assertThat(get("url", "globex/web:sandbox")).isEqualTo("g.example");
        assertThat(orgctl.run("plan", "-f", "web.yaml").err()).contains("nothing to change");
    }

    /** Both values are from one revision, however often they change meanwhile. */
    @Test
    void readersSeeOneState() throws Exception {
        orgctl.must("config", "set", "user=0", "pw=0", "--shared", "--mode", "sandbox");
        set(SANDBOX, "pair=${shared.user} ${shared.pw}");
        CliHarness other = new CliHarness(folder);
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            for (int i = 1; !done.get(); i++) {
                other.must("config", "set", "user=" + i, "pw=" + i, "--env", "acme/shared:sandbox");
            }
        });
        writer.start();
        try {
            for (int i = 0; i < 100; i++) {
                String[] pair = get("pair", SANDBOX).split(" ");
                assertThat(pair[0]).isEqualTo(pair[1]);
            }
        } finally {
            done.set(true);
            writer.join();
        }
    }
}
