package io.github.orgctl.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.packaged.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values, completed by the packaged program in real shells. */
@Execution(ExecutionMode.CONCURRENT)
class ValueCompletionIT {
    private static final String HOSTILE = "It's \"new\": [x] $(touch harm) `touch harm` %F{red} \\n é";

    @TempDir
    static Path prepared;

    @TempDir
    Path folder;

    private Installation orgctl;

    @BeforeAll
    static void fillStore() throws Exception {
        Installation first = Installation.archived(prepared);
        first.env.put("ORGCTL_STORE", "s.db");
        first.must("org", "create", "Acme");
        first.must("org", "create", "Globex");
        first.must("project", "create", "Site", "--org", "acme");
        first.must("project", "create", "Shop", "--org", "acme");
        first.must("member", "invite", "ann@example.com", "--org", "acme");
        first.must("org", "create", HOSTILE, "--slug", "gone");
        first.must("org", "delete", "gone", "--confirm", "gone");
    }

    @BeforeEach
    void install() throws Exception {
        folder = Installation.copy(prepared, folder.toRealPath());
        orgctl = Installation.archived(folder);
        orgctl.env.put("PATH", orgctl.home.resolve("bin") + ":/usr/bin:/bin");
        orgctl.env.put("ORGCTL_STORE", folder.resolve("s.db").toString());
    }

    private void assertOffers(CompletingShell shell, Map<String, List<String>> expected) throws Exception {
        List<String> lines = List.copyOf(expected.keySet());
        List<List<String>> offers = shell.offers(orgctl.env, folder, lines);
        for (int i = 0; i < lines.size(); i++) {
            List<String> words = offers.get(i).stream()
                    .map(ValueCompletionIT::behindSeparator)
                    .toList();
            assertThat(words).as(lines.get(i)).containsExactlyInAnyOrderElementsOf(expected.get(lines.get(i)));
        }
    }

    /** Some shells hand out what stands behind {@code =} and {@code :} alone, others the whole word. */
    private static String behindSeparator(String word) {
        return word.substring(Math.max(word.lastIndexOf('='), word.lastIndexOf(':')) + 1);
    }

    @ParameterizedTest
    @EnumSource
    void completesValues(CompletingShell shell) throws Exception {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        List<String> formats = List.of("table", "json", "ndjson", "yaml", "csv", "tsv", "ids");
        expected.put("orgctl org list -o ", formats);
        expected.put("orgctl org list --output=j", List.of("json"));
        expected.put("orgctl env show acme/site --mode ", List.of("sandbox", "live"));
        expected.put("orgctl org create x --live-writes ", List.of("developer", "admin", "owner"));
        expected.put("orgctl org list --fields slug,na", List.of("slug,name"));
        expected.put("orgctl org list --sort createdAt:d", List.of("desc"));
        expected.put("orgctl completion z", List.of("zsh"));
        expected.put("orgctl org show ", List.of("acme", "globex"));
        expected.put("orgctl org show -- gl", List.of("globex"));
        expected.put("orgctl org restore g", List.of("gone"));
        expected.put("orgctl project show ", List.of("acme/", "globex/"));
        expected.put("orgctl project show acme/si", List.of("acme/site"));
        expected.put("orgctl --org acme project show ", List.of("shop", "site"));
        expected.put("orgctl project show --org=acme si", List.of("site"));
        expected.put("orgctl project list --org ac", List.of("acme"));
        expected.put("orgctl --org acme member list --as an", List.of("ann@example.com"));
        expected.put("orgctl config list --org acme --env si", List.of("sandbox", "live"));
        expected.put("orgctl project move acme/site --to glo", List.of("globex"));
        expected.put("orgctl env show acme/site:l", List.of("live"));
        expected.put("orgctl env show \"acme/site:l", List.of("live"));
        expected.put("orgctl env show 'acme/si", List.of("sandbox", "live"));
        assertOffers(shell, expected);
    }

    @ParameterizedTest
    @EnumSource
    void completesAliasesWhereCommandsStand(CompletingShell shell) throws Exception {
        orgctl.must("alias", "set", "prodlist", "config list --env $1:live");
        Map<String, List<String>> expected = new LinkedHashMap<>();
        expected.put("orgctl pro", List.of("project", "prodlist"));
        expected.put("orgctl prod", List.of("prodlist"));
        expected.put("orgctl -o json prod", List.of("prodlist"));
        expected.put("orgctl alias delete ", List.of("prodlist"));
        expected.put("orgctl settings get ti", List.of("time"));
        expected.put("orgctl settings set columns.billing.", List.of("columns.billing.plan", "columns.billing.usage"));
        expected.put("orgctl config list -e acme/site:", List.of("sandbox", "live"));
        expected.put("orgctl config list acme/site:l", List.of("live"));
        expected.put("orgctl config get x -p acme/s", List.of("acme/site", "acme/shop"));
        assertOffers(shell, expected);
    }

    @ParameterizedTest
    @EnumSource
    void completesKeysSegmentBySegment(CompletingShell shell) throws Exception {
        orgctl.must("config", "set", "api.url=x", "api.port=1", "auth.mfa=true", "title=x", "--env", "acme/site:live");
        String inSite = " --env acme/site --mode live ";
        Map<String, List<String>> expected = new LinkedHashMap<>();
        expected.put("orgctl config get" + inSite, List.of("api.", "auth.mfa", "title"));
        expected.put("orgctl config get" + inSite + "api.", List.of("api.port", "api.url"));
        expected.put("orgctl config unset" + inSite + "title api.u", List.of("api.url"));
        expected.put("orgctl config unset" + inSite + "title api.url au", List.of("auth.mfa"));
        expected.put("orgctl config get --env acme/site:sandbox ", List.of());
        expected.put("orgctl env export --format js", List.of("json"));
        assertOffers(shell, expected);
    }

    @ParameterizedTest
    @EnumSource(names = {"BASH", "ZSH", "FISH"})
    void leavesTheCursorBehindTheEqualsSign(CompletingShell shell) throws Exception {
        orgctl.must("config", "set", "api.url=x", "api.port=1", "title=x", "--env", "acme/site:live");
        List<String> pressed = shell.afterTab(
                orgctl.env,
                folder,
                List.of(
                        "orgctl config set --env acme/site:live ti",
                        "orgctl config set --env acme/site:live title=x api.u",
                        "orgctl config get --env acme/site:live ap"));
        assertThat(pressed.get(0)).contains("<<orgctl config set --env acme/site:live title=>>");
        assertThat(pressed.get(1)).contains("<<orgctl config set --env acme/site:live title=x api.url=>>");
        assertThat(pressed.get(2)).contains("<<orgctl config get --env acme/site:live api.>>");
    }

    @ParameterizedTest
    @EnumSource
    void readsTheStoreThatTheLineNames(CompletingShell shell) throws Exception {
        Path spaces = Files.createDirectory(folder.resolve("two words"));
        Files.copy(folder.resolve("s.db"), spaces.resolve("it's.db"));
        orgctl.env.put("ORGCTL_STORE", folder.resolve("none.db").toString());
        Map<String, List<String>> expected = new LinkedHashMap<>();
        expected.put("orgctl org show ", List.of());
        expected.put("orgctl --store \"" + spaces + "/it's.db\" org show g", List.of("globex"));
        expected.put("orgctl --store=" + folder + "/two\\ words/it\\'s.db org show g", List.of("globex"));
        assertOffers(shell, expected);
        assertThat(folder.resolve("none.db")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void keepsQuietAboutABrokenStore(CompletingShell shell) throws Exception {
        Path broken = Files.writeString(folder.resolve("s.db"), "SQLite format 3\0 and then nothing of the kind");
        assertOffers(shell, Map.of("orgctl org show ", List.of(), "orgctl project show acme/", List.of()));
        assertThat(broken).hasContent("SQLite format 3\0 and then nothing of the kind");
    }

    @ParameterizedTest
    @EnumSource(names = {"BASH", "ZSH", "FISH"})
    void completesWhenTabIsPressed(CompletingShell shell) throws Exception {
        Path mine = Files.createDirectory(folder.resolve("mine")).resolve("orgctl");
        Files.writeString(mine, "#!/bin/sh\nexec orgctl \"$@\"\n");
        Files.setPosixFilePermissions(mine, PosixFilePermissions.fromString("rwx------"));
        List<String> pressed = shell.afterTab(
                orgctl.env,
                folder,
                List.of(
                        "orgctl project show ac",
                        "orgctl env show acme/site:l",
                        "orgctl org show \"glo",
                        "orgctl org list --output=j",
                        "~/mine/orgctl org show gl"));
        assertThat(pressed.get(0)).contains("<<orgctl project show acme/>>");
        assertThat(pressed.get(1)).contains("<<orgctl env show acme/site:live >>");
        assertThat(pressed.get(2)).contains("<<orgctl org show \"globex\" >>");
        assertThat(pressed.get(3)).contains("<<orgctl org list --output=json >>");
        assertThat(pressed.get(4)).contains("<<~/mine/orgctl org show globex >>");
    }

    @Test
    void asksForTheValueOfAnOptionInFrontOfOtherWords() throws Exception {
        assertOffers(
                CompletingShell.BASH,
                Map.of(
                        "orgctl --org ac| project list",
                        List.of("acme"),
                        "orgctl org list --store x --org | -o json",
                        List.of()));
    }

    /** An address can hold whatever a shell would run. */
    @Test
    void writesAddressesSoThatBashTakesThemAsText() throws Exception {
        for (String person : List.of("z`touch${IFS}harm`@example.com", "o'neil{a}@example.com", "wow!@example.com")) {
            orgctl.must("member", "invite", person, "--org", "acme");
        }
        List<String> pressed = CompletingShell.BASH.afterTab(
                orgctl.env,
                folder,
                List.of(
                        "orgctl --org acme member show z",
                        "orgctl --org acme member show z\\`to",
                        "orgctl --org acme member show \"z",
                        "orgctl --org acme member show 'z",
                        "orgctl --org acme member show o",
                        "orgctl --org acme member show 'o",
                        "orgctl --org acme member show w",
                        "orgctl --org acme member show \"w",
                        "orgctl --org acme member list --fields email,ro"));
        String show = "<<orgctl --org acme member show ";
        assertThat(pressed.get(0)).contains(show + "z\\`touch\\$\\{IFS\\}harm\\`@example.com >>");
        assertThat(pressed.get(1)).contains(show + "z\\`touch\\$\\{IFS\\}harm\\`@example.com >>");
        assertThat(pressed.get(2)).contains(show + "\"z\\`touch\\${IFS}harm\\`@example.com\" >>");
        assertThat(pressed.get(3)).contains(show + "'z`touch${IFS}harm`@example.com' >>");
        assertThat(pressed.get(4)).contains(show + "o\\'neil\\{a\\}@example.com >>");
        assertThat(pressed.get(5)).contains(show + "'o'\\''neil{a}@example.com' >>");
        assertThat(pressed.get(6)).contains(show + "wow\\!@example.com >>");
        assertThat(pressed.get(7)).contains(show + "\"w>>");
        assertThat(pressed.get(8)).contains("<<orgctl --org acme member list --fields email,role>>");
        assertThat(folder.resolve("harm")).doesNotExist();
    }

    /** Names are any text that people can write. */
    @Test
    void showsNamesAsTheyAre() throws Exception {
        orgctl.must("org", "create", "Gone too");
        orgctl.must("org", "delete", "gone-too", "--confirm", "gone-too");
        assertThat(CompletingShell.ZSH
                        .afterTab(orgctl.env, folder, List.of("orgctl org restore "))
                        .get(0))
                .contains("-- " + HOSTILE);
        assertThat(CompletingShell.FISH
                        .described(orgctl.env, folder, List.of("orgctl org restore gone"))
                        .get(0))
                .contains("gone\t" + HOSTILE);
        assertThat(folder.resolve("harm")).doesNotExist();
    }
}
