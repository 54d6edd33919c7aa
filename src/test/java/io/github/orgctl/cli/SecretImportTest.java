package io.github.orgctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets keep the exact characters of the file or pipe, or are not stored. */
class SecretImportTest {
    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void create() {
        orgctl = new CliHarness(folder).set("ORGCTL_MODE", "sandbox");
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("project", "create", "Website", "--use");
    }

    private CliHarness.Outcome load(String name, String text, String... options) throws IOException {
        Files.writeString(orgctl.work().resolve(name), text);
        List<String> words = new java.util.ArrayList<>(List.of("secret", "import", "-f", name));
        words.addAll(List.of(options));
        return orgctl.run(words.toArray(new String[0]));
    }

    private String reveal(String key) {
        return orgctl.must("secret", "reveal", key, "--jq", ".value | tojson").strip();
    }

    @Test
    void aPipedLineLosesItsNewlineAndSeveralLinesKeepTheirs() {
        Map.of("a", "a", "a\n", "a", "a\r\n", "a", "a\nb\n", "a\\nb\\n", "a\n\n", "a\\n\\n")
                .forEach((typed, kept) -> {
                    orgctl.typing(typed).must("secret", "set", "k");
                    assertThat(reveal("k")).as(typed).isEqualTo("\"" + kept + "\"");
                });
        for (String nothing : List.of("", "\n")) {
            assertThat(orgctl.typing(nothing).run("secret", "set", "k").exit()).isEqualTo(2);
        }
    }

    @Test
    void filesOfOtherSystemsAreReadAlike() throws IOException {
        assertThat(load("crlf.env", "\ufeffA=x\r\nB=\"y\\r\"\r\n").exit()).isZero();
        assertThat(reveal("A")).isEqualTo("\"x\"");
        assertThat(reveal("B")).isEqualTo("\"y\\r\"");
        assertThat(load("bom.json", "\ufeff{\"C\": \"z\"}").exit()).isZero();
        assertThat(load("bom.yaml", "\ufeffD: z\n").exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123", "1.10", "1e5", "12345678901234567890", "yes", "True", "0x1F", "1_000", ".5"})
    void scalarsKeepTheirCharacters(String scalar) throws IOException {
        assertThat(load("s.yaml", "k: " + scalar + "\n").exit()).isZero();
        assertThat(reveal("k")).isEqualTo("\"" + scalar + "\"");
        assertThat(load("s.env", "e=" + scalar + "\n").exit()).isZero();
        assertThat(reveal("e")).isEqualTo("\"" + scalar + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.10", "1e5", "12345678901234567890", "-0", "true"})
    void jsonScalarsKeepTheirCharacters(String scalar) throws IOException {
        assertThat(load("s.json", "{\"k\": " + scalar + "}").exit()).isZero();
        assertThat(reveal("k")).isEqualTo("\"" + scalar + "\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    d.env  | A=1;A=2               | line 2 is malformed: 'A' was already given in line 1
                    d.json | {"A":1,;"A":2}        | line 2, key 'A': it was already given in line 1
                    d.json | {"a.b":1,;"a":{"b":2}} | line 2: the key 'a.b' was already given in line 1
                    d.yaml | A: 1;A: 2             | line 2, key 'A': it was already given in line 1
                    d.yaml | a.b: 1;a: {b: 2}      | line 2: the key 'a.b' was already given in line 1
                    """)
    void aKeyThatIsGivenTwiceIsRefusedWithBothLines(String name, String lines, String message) throws IOException {
        CliHarness.Outcome outcome = load(name, lines.replace(';', '\n') + "\n");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains(message);
        assertThat(orgctl.must("secret", "list", "-o", "ids")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    p.env  | KEY=-----BEGIN X;SECRETTEXT
                    p.env  | KEY="SECRETTEXT
                    p.env  | KEY="x" SECRETTEXT
                    p.env  | SECRETTEXT+/
                    p.json | {"k": SECRETTEXT}
                    p.json | {"k": "SECRETTEXT
                    p.json | {"k": ["SECRETTEXT"]}
                    p.yaml | k: !SECRETTEXT x
                    p.yaml | k: *SECRETTEXT
                    p.yaml | k: &SECRETTEXT
                    p.yaml | k: !SECRETTEXT!x y
                    p.yaml | k: "SECRETTEXT
                    p.yaml | k: [SECRETTEXT
                    p.yaml | k: x: SECRETTEXT
                    p.yaml | k: %SECRETTEXT
                    """)
    void noErrorShowsWhatItCannotRead(String name, String lines) throws IOException {
        for (List<String> options : List.of(List.<String>of(), List.of("--debug"), List.of("-o", "json"))) {
            CliHarness.Outcome outcome = load(name, lines.replace(';', '\n') + "\n", options.toArray(new String[0]));
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.out() + outcome.err()).doesNotContain("SECRETTEXT");
        }
    }

    @Test
    void bytesThatNoProgramCanBeHandedAreRefused() throws IOException {
        CliHarness.Outcome nul = orgctl.typing("a\0b").run("secret", "set", "k");
        assertThat(nul.exit()).isEqualTo(2);
        assertThat(nul.err()).contains("NUL", "base64");
        CliHarness.Outcome loaded = load("n.json", "{\"k\": \"a\\u0000b\"}");
        assertThat(loaded.exit()).isEqualTo(2);
        assertThat(loaded.err()).contains("line 1, 'k'", "base64");
        Files.write(orgctl.work().resolve("bytes"), new byte[] {(byte) 0xff});
        CliHarness.Outcome bytes = orgctl.run("secret", "set", "k", "--from-file", "bytes");
        assertThat(bytes.exit()).isEqualTo(2);
        assertThat(bytes.err()).contains("base64");
    }

    @Test
    void aFileOfManyIsOneRevision() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            lines.append("KEY_").append(i).append("=value ").append(i).append('\n');
        }
        assertThat(load("many.env", lines.toString()).exit()).isZero();
        assertThat(orgctl.must("env", "history", "--fields", "number", "--no-header"))
                .isEqualTo("2\n");
        assertThat(reveal("KEY_299")).isEqualTo("\"value 299\"");
        assertThat(Files.readString(orgctl.storeFile(), StandardCharsets.ISO_8859_1))
                .doesNotContain("value 29");
    }
}
