package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expansions that aliases may have. */
class AliasesTest {
    private static final List<String> EXPANSIONS = List.of(
            "org list",
            "config set \"$1=it's: #1!\" --env $2",
            "project list --jq '.[] | \"\\(.slug)  x\"'",
            "!echo \"$1\" '#' : ! \\ $HOME",
            "!f() { echo \"$1\"; }; f \"$@\"");

    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void start() {
        orgctl = new CliHarness(folder);
    }

    private String list(String jq) {
        return orgctl.must("alias", "list", "--jq", jq);
    }

    @Test
    void aListThatIsFedBackIsTheSame() {
        for (int i = 0; i < EXPANSIONS.size(); i++) {
            orgctl.must("alias", "set", "a" + i, EXPANSIONS.get(i));
        }
        String before = orgctl.must("alias", "list", "-o", "json");
        for (int i = 0; i < EXPANSIONS.size(); i++) {
            String told = list(".[] | select(.name == \"a" + i + "\") | .expansion");
            assertThat(told).isEqualTo(EXPANSIONS.get(i) + "\n");
            orgctl.must("alias", "delete", "a" + i);
            orgctl.must("alias", "set", "a" + i, told.strip());
        }
        assertThat(orgctl.must("alias", "list", "-o", "json")).isEqualTo(before);
    }

    /** Its own name in its expansion is a word like any other. */
    @Test
    void anAliasMayMentionItself() {
        orgctl.must("org", "create", "Acme");
        orgctl.must("project", "create", "Web", "--org", "acme");
        orgctl.must("alias", "set", "web", "use acme/web");
        assertThat(orgctl.must("web", "-o", "ids")).isEqualTo("acme/web\n");
    }
}
