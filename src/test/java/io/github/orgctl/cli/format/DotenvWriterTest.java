package io.github.orgctl.cli.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.core.model.configuration.Value;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The spellings of exported values. Each was read by npm's dotenv 17, Node's {@code util.parseEnv} and python-dotenv
 * 1.2 with the same result, except those marked as escaped.
 */
class DotenvWriterTest {
    private static final String ENVIRONMENT = "acme/website:sandbox";

    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void makeEnvironment() {
        orgctl = new CliHarness(folder);
        orgctl.run("org", "create", "Acme");
        orgctl.run("project", "create", "Website", "--org", "acme");
    }

    private CliHarness.Outcome exported(String value) {
        orgctl.run("config", "set", "--json", "k=" + Value.ofText(value).json(), "--env", ENVIRONMENT);
        return orgctl.run("env", "export", ENVIRONMENT, "--format", "dotenv");
    }

    static Arguments[] forms() {
        return new Arguments[] {
            Arguments.of("https://a.example/?b=c", "'https://a.example/?b=c'"),
            Arguments.of("a-1_2.3/4:5@6%7+8,9=", "a-1_2.3/4:5@6%7+8,9="),
            Arguments.of("", ""),
            Arguments.of(" a # b ", "' a # b '"),
            Arguments.of("{\"a\":\"$b\"}", "'{\"a\":\"$b\"}'"),
            Arguments.of("-----BEGIN X-----\na\n-----END X-----\n", "'-----BEGIN X-----\na\n-----END X-----\n'"),
            Arguments.of("a\\nb", "'a\\nb'"),
            Arguments.of("it's\n#1", "\"it's\n#1\""),
            Arguments.of("say \"it's\"", "say \"it's\""),
            Arguments.of("C:\\dir\\", "C:\\dir\\"),
            Arguments.of("\\\\host\\x", "\\\\host\\x"),
            // Escaped.
            Arguments.of("a\r\nb", "\"a\\r\\nb\""),
            Arguments.of("'\"\\\n$a", "\"'\\\"\\\\\\n$a\""),
        };
    }

    @ParameterizedTest
    @MethodSource("forms")
    void takesTheFormThatReadersAgreeUpon(String value, String form) {
        assertThat(exported(value).out()).isEqualTo("K=" + form + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb\\", "a # b\\", " \\", "'\"\\", "a\rb\\"})
    void refusesWhatWouldRunIntoTheNextLine(String value) {
        CliHarness.Outcome outcome = exported(value);
        assertThat(outcome.exit()).isEqualTo(5);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("K can't be written as dotenv").doesNotContain("a\n", "# b");
    }
}
