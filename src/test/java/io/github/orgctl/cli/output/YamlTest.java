package io.github.orgctl.cli.output;

import static io.github.orgctl.cli.output.Sample.as;
import static io.github.orgctl.cli.output.Sample.row;
import static io.github.orgctl.cli.output.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.shape.JsonText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class YamlTest {
    private static final Sample VALUE = Sample.of("VALUE");

    @Test
    void listIsASequence() {
        Sample shape = Sample.of("NAME", "ID", "created_at", "LOCK");
        assertThat(text(
                        shape.many(
                                row(
                                        "Acme Inc",
                                        "00000000-0000-4000-8000-000000000001",
                                        Instant.EPOCH,
                                        Map.of("reason", "because: so")),
                                row("日本", 7, null, Map.of())),
                        as("yaml")))
                .isEqualTo("""
                        - name: Acme Inc
                          id: 00000000-0000-4000-8000-000000000001
                          createdAt: "1970-01-01T00:00:00.000Z"
                          lock:
                            reason: "because: so"
                        - name: 日本
                          id: 7
                          createdAt: null
                          lock: {}
                        """);
    }

    @Test
    void oneIsAMapping() {
        assertThat(text(VALUE.one(row(new JsonText("{\"a\":[1,1.50,\"1\"]}"))), as("yaml")))
                .isEqualTo("value:\n  a:\n  - 1\n  - 1.50\n  - \"1\"\n");
    }

    @Test
    void nothingIsStillADocument() {
        assertThat(text(VALUE.many(), as("yaml"))).isEqualTo("[]\n");
        assertThat(text(VALUE.one(null), as("yaml"))).isEqualTo("null\n");
    }

    @Test
    void escapesWhatSteersATerminal() {
        assertThat(text(VALUE.one(row(Sample.NASTY + "\n=cmd")), as("yaml")))
                .isEqualTo("value: \"a\\\"b,c\\\\d\\e[31m\\x7f\\N\\L\\u202e\\u2066 日本 🚀 שלום é\\n=cmd\"\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "False",
                "yes",
                "NO",
                "on",
                "y",
                "N",
                "null",
                "~",
                "",
                " ",
                "1",
                "-1",
                "+1",
                "1.5",
                ".5",
                "1e5",
                "0x1F",
                "0o17",
                "017",
                "1_000",
                "12:30:45",
                "190:20:30",
                ".inf",
                ".nan",
                "2026-11-23",
                "2026-11-23T10:15:30.123Z",
                "- a",
                "a: b",
                "a:",
                ": a",
                "a #b",
                "#a",
                "&a",
                "*a",
                "!a",
                "%a",
                "@a",
                "`a",
                "|",
                ">",
                "{a}",
                "[a]",
                "a,b",
                "? a",
                "'a",
                "\"a",
                "a ",
                " a",
                "a\nb",
                "a\n",
                "\ta",
                "---",
                "...",
                "=",
                "<<",
                "a\u0000b",
                "🚀",
                "Łódź",
                "a\u00a0b",
                "\ufeff",
                "e5",
                "Infinity",
                "日本",
                "12345678-0000-4000-8000-000000000001"
            })
    void everyStringReadsBackAsThatString(String value) {
        Map<String, Object> read = new Yaml().load(text(VALUE.one(row(value)), as("yaml")));
        assertThat(read).isEqualTo(Map.of("value", value));
    }

    @Test
    void keysReadBackAsStringsToo() {
        for (String key : List.of("y", "1", "a: b", "", "\u202e", "a.b")) {
            Map<String, Object> read = new Yaml().load(text(VALUE.one(row(Map.of(key, "v"))), as("yaml")));
            assertThat(read).isEqualTo(Map.of("value", Map.of(key, "v")));
        }
    }

    @Test
    void longTextStaysOnItsLine() {
        String value = "word and ".repeat(40) + "end";
        assertThat(text(VALUE.one(row(value)), as("yaml"))).isEqualTo("value: " + value + "\n");
        assertThat(text(VALUE.one(row(value + ":")), as("yaml"))).isEqualTo("value: \"" + value + ":\"\n");
    }
}
