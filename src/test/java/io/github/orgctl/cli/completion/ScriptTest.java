package io.github.orgctl.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.orgctl.cli.app.Commands;
import io.github.orgctl.cli.help.HelpTopic;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.core.model.value.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scripts complete by themselves, in real shells; the orgctl they find leaves a trace when it is started. */
class ScriptTest {
    @TempDir
    Path folder;

    private Path trace;
    private Map<String, String> environment;

    @BeforeEach
    void putProgramOnPath() throws IOException {
        trace = folder.resolve("started");
        Path program = Files.createDirectory(folder.resolve("bin")).resolve("orgctl");
        Files.writeString(program, "#!/bin/sh\necho \"$@\" >> '" + trace + "'\necho oops\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        environment = Map.of("PATH", program.getParent() + ":/usr/bin:/bin");
    }

    private void assertOffers(CompletingShell shell, Map<String, List<String>> expected) throws Exception {
        List<String> lines = List.copyOf(expected.keySet());
        List<List<String>> offers = shell.offers(environment, folder, lines);
        for (int i = 0; i < lines.size(); i++) {
            String typed = lines.get(i).substring(lines.get(i).lastIndexOf(' ') + 1);
            // Where nothing begins with the word, fish offers what resembles it.
            offers.get(i).removeIf(word -> shell == CompletingShell.FISH && !word.startsWith(typed));
            assertThat(offers.get(i)).as(lines.get(i)).containsExactlyInAnyOrderElementsOf(expected.get(lines.get(i)));
        }
        assertThat(trace).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void completesNounsAndVerbs(CompletingShell shell) throws Exception {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        List<String> nouns = new ArrayList<>(List.of("help"));
        for (Noun noun : Commands.NOUNS.all()) {
            nouns.add(noun.name());
        }
        for (Noun noun : Commands.NOUNS.allNested()) {
            if (!noun.isCommand()) {
                List<String> next = new ArrayList<>();
                noun.verbs().forEach(verb -> next.add(verb.name()));
                noun.nouns().forEach(nested -> next.add(nested.word()));
                expected.put("orgctl " + noun.name() + " ", next);
            }
        }
        expected.put("orgctl ", nouns);
        expected.put("orgctl org s", List.of("show"));
        expected.put("orgctl orgs", List.of("orgs"));
        expected.put("orgctl orgs s", List.of("show"));
        expected.put("orgctl help or", List.of("org"));
        List<String> nounsAndTopics = new ArrayList<>(nouns);
        for (HelpTopic topic : HelpTopic.values()) {
            nounsAndTopics.add(topic.word());
        }
        expected.put("orgctl help ", nounsAndTopics);
        expected.put("orgctl exit-c", List.of());
        expected.put("orgctl help exit-c", List.of("exit-codes"));
        expected.put("orgctl help exit-codes ", List.of());
        expected.put("orgctl help org cr", List.of("create"));
        expected.put("orgctl bogus ", List.of());
        expected.put("orgctl org bogus ", List.of());
        assertOffers(shell, expected);
    }

    @ParameterizedTest
    @EnumSource
    void completesOptionsThatAreNotThereYet(CompletingShell shell) throws Exception {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        expected.put("orgctl org list --lim", List.of("--limit"));
        expected.put("orgctl org --no-h", List.of("--no-header"));
        expected.put("orgctl --no-h", List.of("--no-header"));
        expected.put("orgctl --ver", List.of("--version"));
        expected.put("orgctl org list --limit 5 --limit", List.of());
        expected.put("orgctl org list --limit=5 --limit", List.of());
        expected.put("orgctl org list -o json --output", List.of());
        expected.put("orgctl --output=json org list --output", List.of());
        expected.put("orgctl org create x --if-n", List.of("--if-not-exists"));
        expected.put("orgctl org show --if-not-exists", List.of());
        assertOffers(shell, expected);
    }

    @ParameterizedTest
    @EnumSource
    void findsTheCommandBehindOptions(CompletingShell shell) throws Exception {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        expected.put("orgctl org --store /x s", List.of("show"));
        expected.put("orgctl --org=acme org s", List.of("show"));
        expected.put("orgctl --limit 5 org l", List.of("list"));
        expected.put("orgctl --deleted org l", List.of("list"));
        expected.put("orgctl org --description 'two words' upd", List.of("update"));
        expected.put("orgctl org --description \"it's\" upd", List.of("update"));
        assertOffers(shell, expected);
    }

    @ParameterizedTest
    @EnumSource
    void offersNothingForFreeTextAndNoOptionsBehindTheirEnd(CompletingShell shell) throws Exception {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        expected.put("orgctl org create ", List.of());
        expected.put("orgctl org create x y", List.of());
        expected.put("orgctl org list --limit ", List.of());
        expected.put("orgctl org list --jq=", List.of());
        expected.put("orgctl org list -- --limit", List.of());
        expected.put("orgctl -- o", List.of());
        assertOffers(shell, expected);
    }

    @ParameterizedTest
    @EnumSource
    void completesFiles(CompletingShell shell) throws Exception {
        Files.createDirectories(folder.resolve("deep/inside"));
        List<String> lines = List.of("orgctl --store " + folder + "/de", "orgctl org list --store=" + folder + "/de");
        for (List<String> offers : shell.offers(environment, folder, lines)) {
            assertThat(offers).singleElement().asString().containsPattern("deep/?$");
        }
        assertThat(trace).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sourcepath", "nullglob", "failglob", "nullglob:dotglob:extglob"})
    void takesNoWordForAPatternOfFiles(String options) throws Exception {
        for (String name : List.of(":token-x", ":token+", ":token*", ":assignment-", "--limit=x")) {
            Files.createFile(folder.resolve(name));
        }
        Map<String, String> with = new LinkedHashMap<>(environment);
        with.put("BASHOPTS", options);
        List<List<String>> offers = CompletingShell.BASH.offers(
                with, folder, List.of("orgctl token revoke ", "orgctl config set a=b ", "orgctl org list * --lim"));
        assertThat(offers).containsExactly(List.of("oops"), List.of("oops"), List.of("--limit"));
        assertThat(trace).content().contains("__complete token ", "__complete assignment ");
    }

    @Test
    void seesWhatStandsBehindTheCursor() throws Exception {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        expected.put("orgctl org s| --limit 5", List.of("show"));
        expected.put("orgctl org list --li| --limit 5", List.of());
        expected.put("orgctl org l|ist", List.of("list"));
        assertOffers(CompletingShell.BASH, expected);
    }

    @ParameterizedTest
    @EnumSource(names = {"BASH", "ZSH", "FISH"})
    void completesWhenTabIsPressed(CompletingShell shell) throws Exception {
        List<String> pressed = shell.afterTab(
                environment,
                folder,
                List.of("orgctl org s", "orgctl org list --lim", "orgctl orgs", "orgctl org bogus "));
        assertThat(pressed.get(0)).contains("<<orgctl org show >>");
        assertThat(pressed.get(1)).contains("<<orgctl org list --limit >>");
        assertThat(pressed.get(2)).contains("<<orgctl orgs >>");
        assertThat(pressed.get(3)).contains("<<orgctl org bogus >>");
        assertThat(trace).doesNotExist();
    }

    @Test
    void describesWhatItOffers() throws Exception {
        assertThat(CompletingShell.ZSH
                        .afterTab(environment, folder, List.of("orgctl org "))
                        .get(0))
                .containsPattern("restore +-- Restore an organization from the trash");
        assertThat(CompletingShell.FISH
                        .described(environment, folder, List.of("orgctl org re"))
                        .get(0))
                .contains("restore\tRestore an organization from the trash");
    }

    @ParameterizedTest
    @EnumSource
    void runsNothingThatStandsOnTheLine(CompletingShell shell) throws Exception {
        Path harm = folder.resolve("harm");
        List<String> lines = new ArrayList<>();
        for (String code : List.of("$(touch " + harm + ")", "`touch " + harm + "`", "\"$(touch " + harm + ")\"")) {
            lines.add("orgctl --org " + code + " org s");
            lines.add("orgctl " + code + " ");
            lines.add("orgctl org show --org=" + code);
            lines.add("orgctl org show " + code);
        }
        if (shell == CompletingShell.FISH) {
            lines.removeIf(line -> line.contains("`"));
        }
        shell.offers(environment, folder, lines);
        assertThat(harm).doesNotExist();
    }

    /** Where zsh loads functions by itself, the file is the function's body; elsewhere it is sourced. */
    @Test
    void zshLoadsTheScriptFromItsPath() throws Exception {
        CompletingShell.requireInstalled(Path.of("/usr/bin/zsh"));
        Files.writeString(folder.resolve("_orgctl"), Shell.ZSH.script(Commands.NOUNS));
        String[] command = {
            "zsh", "-fc", "fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -D; print $_comps[orgctl]"
        };
        Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
        assertThat(process.inputReader().readLine()).isEqualTo("_orgctl");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void bashScriptHasNothingThatShellcheckFinds() throws Exception {
        Path shellcheck = Path.of("/usr/bin/shellcheck");
        CompletingShell.requireInstalled(shellcheck);
        Path script = Files.writeString(folder.resolve("orgctl.bash"), Shell.BASH.script(Commands.NOUNS));
        Process process = new ProcessBuilder(shellcheck.toString(), "-s", "bash", script.toString()).start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(process.waitFor()).isZero();
    }

    /** What macOS has is bash 3.2. Lines are without comments. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(declare|local|typeset) +-\\w*[Agnlu]",
                "\\b(mapfile|readarray|coproc)\\b",
                "\\bcompopt\\b(?!.* 2>/dev/null$)",
                "\\$\\{\\w+(\\[[^]]*])?(\\^|,|@)",
                "&>>|\\|&|;;?&(?!&)",
                "\\[\\[ -[vR] ",
                "\\[-\\d+]|: -\\d",
                "\\$\\{[^}]*/\"",
                "%\\(.*\\)T|\\bread\\b.* -[iN]|\\bwait -n\\b",
                "source <\\(|\\. <\\("
            })
    void bash3KnowsWhatTheScriptUses(String newer) throws IOException {
        Pattern pattern = Pattern.compile(newer);
        for (String text : List.of(Shell.BASH.script(Commands.NOUNS), bashOf("completion.md"), bashOf("prompt.md"))) {
            assertThat(text.lines().filter(line -> pattern.matcher(line).find()))
                    .isEmpty();
        }
    }

    /** The blocks of a page that are to be put into {@code ~/.bashrc}. */
    private static String bashOf(String page) throws IOException {
        String text = Files.readString(Path.of("docs", page));
        Matcher block = Pattern.compile("~/.bashrc`:\n\n```\\w+\n(.*?)```", Pattern.DOTALL)
                .matcher(text);
        assertThat(block.find()).as(page).isTrue();
        return block.group(1);
    }

    @Test
    void completesForAProgramInTheHomeFolder() throws Exception {
        for (String compatible : List.of("3.2", "5.2")) {
            Map<String, String> with = new LinkedHashMap<>(environment);
            with.put("BASH_COMPAT", compatible);
            assertThat(CompletingShell.BASH.offers(with, folder, List.of("~/bin/orgctl token revoke ")))
                    .containsExactly(List.of("oops"));
        }
    }

    @Test
    void knowsThreeShells() {
        assertThat(Shell.parse("zsh")).isEqualTo(Shell.ZSH);
        assertThatThrownBy(() -> Shell.parse("tcsh"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE));
    }
}
