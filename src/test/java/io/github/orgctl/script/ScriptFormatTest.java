package io.github.orgctl.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.orgctl.cli.app.CliHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A script fails where the program differs from it, however little. */
class ScriptFormatTest {
    private static final String CREATE = "$ orgctl org create Acme -o ids\n<id:acme>\n\n";

    @TempDir
    Path scratch;

    private void run(String text) throws Exception {
        Path file = Files.writeString(scratch.resolve("script.txt"), text);
        new ScriptRun(Script.read(file), new InProcess(scratch)).toItsEnd();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$ orgctl org list -o ids\n",
                "$ orgctl org list -o ids\n<id:acme>\n<id>\n",
                "$ orgctl org list -o ids\n<time>\n",
                "$ orgctl org list -o ids\n<id:acme>\n! orgctl: a notice\n",
                "$ orgctl org list -o ids\n<id:acme>\n[exit 1]\n",
                "$ orgctl org create Globex -o ids\n<id:acme>\n",
                "$ orgctl org show acme --fields id,slug --jq .id\n<id:globex>\n",
                "$ orgctl org show nope\n[exit 3]\n",
                "$ orgctl org show nope\n! ...\n",
                "$ orgctl org list --no-header\nacme<pad>0<any>\n",
                "$ orgctl org list\nSLUG<any>\n...\nglobex<any>\n",
            })
    void whatDiffersFails(String block) {
        assertThatThrownBy(() -> run(CREATE + block))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("script.txt:4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$ orgctl org list -o ids\n<id:acme>\n",
                "$ orgctl org list -o ids\n<id>\n",
                "$ orgctl org show <id:acme> --jq '.createdAt, .updatedAt'\n<time:made>\n<time:made>\n",
                "$ orgctl org list\n...\nacme<pad>Acme<any>\n",
                "$ orgctl org show nope\n! orgctl: error: <any>\n! ...\n[exit 3]\n",
                "sh> false\n",
                "env ORGCTL_ORG=acme\n\n$ orgctl org show --jq .slug\nacme\n",
                "file x/.orgctl.json\n  {\"org\": \"<id:acme>\"}\n\ncd x/y\n\n$ orgctl org show --jq .slug\nacme\n",
            })
    void whatIsAsExpectedPasses(String block) {
        assertThatCode(() -> run(CREATE + block)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# Only words.\n",
                "sh> true\n",
                "orgctl org list\n",
                "$ orgctl org list | cat\n",
                "$ orgctl org list --jq .[0]\n",
                "$ orgctl org show $X\n",
                "$ orgctl org show \"$X\"\n",
                "$ orgctl org show 'x\n",
                "$ ls\n",
                "env x=y\n",
            })
    void whatIsNoScriptIsRefused(String text) {
        assertThatThrownBy(() -> run(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aScriptMayBeAboutOneEngine() throws IOException {
        Path file = scratch.resolve("script.txt");
        Script any = Script.read(Files.writeString(file, CREATE));
        Script one = Script.read(Files.writeString(file, "engine postgresql\n\n" + CREATE));
        assertThat(any.isFor(Script.Engine.SQLITE)).isTrue();
        assertThat(any.isFor(Script.Engine.POSTGRESQL)).isTrue();
        assertThat(one.isFor(Script.Engine.SQLITE)).isFalse();
        assertThat(one.isFor(Script.Engine.POSTGRESQL)).isTrue();
        Files.writeString(file, "engine mysql\n\n" + CREATE);
        assertThatThrownBy(() -> Script.read(file)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void differencesAreShownSideBySide() {
        Expectation expectation = new Expectation(Map.of("<home>", "/tmp/h"));
        String id = "7b0c6a52-3f0e-4d6e-9a51-0c3f2f6f9e11";
        assertThat(expectation.difference(List.of("a", "b <id>", "c"), "a\nb " + id + "\nd " + id + "\n"))
                .isEqualTo("    a\n    b <id>\n  - c\n  + d <id>\n");
        assertThat(expectation.difference(List.of("in <home>"), "in /tmp/h\n")).isNull();
        assertThat(expectation.difference(List.of("a"), "a")).contains("no line feed");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "orgctl a  b | a,b",
                "orgctl 'a b' \"c d\" | a b,c d",
                "orgctl a\\ b | a b",
                "orgctl \"a\\\"b\" 'c\\d' | a\"b,c\\d",
                "orgctl --x=\"\" | --x=",
                "X=1 Y='a b' orgctl z | z",
            })
    void wordsAreThoseOfTheShell(String line, String words) {
        assertThat(String.join(",", ShellWords.of(line).words())).isEqualTo(words);
    }

    @Test
    void nothingOfThisMachineLeaksIn() {
        CliHarness orgctl = new CliHarness(scratch);
        assertThat(orgctl.run("status", "--explain", "-o", "csv", "--no-header").out())
                .isEqualTo(
                        "store," + orgctl.storeFile() + ",default\norg,,default\nproject,,default\nmode,,default\n"
                                + "actor,,default\n"
                                + "output,csv,option --output\nwait,30s,default\ntime,local,default\ncolor,auto,default\npager,,default\n");
        assertThat(orgctl.must("org", "create", "Acme", "--jq", ".id, .createdAt"))
                .isEqualTo("00000000-0000-4000-8000-000000000001\n" + CliHarness.START + "\n");
        orgctl.at(CliHarness.START.plusSeconds(60));
        assertThat(orgctl.must("org", "create", "Globex", "--jq", ".createdAt"))
                .isEqualTo(CliHarness.START.plusSeconds(60) + "\n");
    }

    @Test
    void promptsAreAnsweredFromWhatIsTyped() {
        CliHarness orgctl = new CliHarness(scratch);
        orgctl.must("org", "create", "Acme");
        orgctl.terminals("ie").typing("nope\n");
        assertThat(orgctl.run("org", "delete", "acme").exit()).isEqualTo(8);
        orgctl.typing("acme\n");
        assertThat(orgctl.run("org", "delete", "acme").exit()).isZero();
    }
}
