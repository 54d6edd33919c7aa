package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code secret check} finds reused, old and exposed secrets, without showing values, and requires the right to reveal.
 */
class SecretCheckTest {
    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void create() {
        orgctl = new CliHarness(folder);
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("project", "create", "Website");
        orgctl.must("project", "create", "Shop");
    }

    private void set(String key, String environment, String value) {
        orgctl.typing(value).must("secret", "set", key, "--env", environment, "--allow-empty");
    }

    private String problems(String... options) {
        String[] words = new String[6 + options.length];
        System.arraycopy(new String[] {"secret", "check", "-o", "tsv", "--no-header", "--no-input"}, 0, words, 0, 6);
        System.arraycopy(options, 0, words, 6, options.length);
        CliHarness.Outcome outcome = orgctl.run(words);
        assertThat(outcome.exit()).as("%s", outcome).isEqualTo(outcome.out().isEmpty() ? 0 : 1);
        return outcome.out();
    }

    @Test
    void findsEqualValues() {
        set("a", "website:sandbox", "hunter2-a");
        set("b", "website:live", "hunter2-a");
        set("c", "shop:live", "hunter2-b");
        assertThat(problems()).isEqualTo("same-in-live\tacme/website:sandbox\ta\tacme/website:live b\n");
        set("c", "shop:live", "hunter2-a");
        assertThat(problems())
                .contains("reused\tacme/shop:live\tc\tacme/website:live b\n")
                .doesNotContain("hunter2");
    }

    @Test
    void findsWhatIsReadableAndNotWhatIsShort() {
        set("a", "website:sandbox", "hunter2-long");
        set("short", "website:sandbox", "1");
        set("empty", "website:sandbox", "");
        orgctl.must("config", "set", "v=v1.0", "url=postgres://app:hunter2-long@db", "--env", "website:sandbox");
        assertThat(problems()).isEqualTo("in-configuration\tacme/website:sandbox\ta\tacme/website:sandbox url\n");
        orgctl.must("config", "set", "v=1", "--env", "website:sandbox");
        assertThat(problems()).contains("short\tacme/website:sandbox v");
    }

    @Test
    void findsOldValues() {
        set("a", "website:sandbox", "hunter2-long");
        orgctl.at(CliHarness.START.plus(Duration.ofDays(100)));
        assertThat(problems("--older-than", "101d")).isEmpty();
        assertThat(problems("--older-than", "90d")).startsWith("old\tacme/website:sandbox\ta\tsince ");
    }

    @Test
    void tellsOnlyOfWhatTheActorMayReveal() {
        set("a", "website:sandbox", "hunter2-a");
        set("b", "website:live", "hunter2-a");
        orgctl.must("org", "create", "Globex");
        orgctl.must("project", "create", "Portal", "--org", "globex");
        set("c", "globex/portal:sandbox", "hunter2-a");
        for (String person : new String[] {"owner", "developer", "viewer"}) {
            String token =
                    orgctl.must("member", "invite", person + "@example.com", "--role", person, "--jq", ".[].token");
            orgctl.typing(token).must("invite", "accept", "--token-stdin");
        }
        orgctl.must("org", "update", "acme", "--live-writes", "owner");
        assertThat(orgctl.run("secret", "check", "--as", "viewer@example.com").exit())
                .isEqualTo(6);
        assertThat(problems("--as", "developer@example.com")).isEmpty();
        assertThat(problems("--as", "owner@example.com", "--org", "acme"))
                .contains("same-in-live")
                .doesNotContain("globex");
        assertThat(problems("--all-orgs", "--as", "owner@example.com")).doesNotContain("globex");
    }
}
