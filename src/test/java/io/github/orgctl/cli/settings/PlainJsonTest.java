package io.github.orgctl.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.orgctl.core.model.value.Failure;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What it reads, the full parser reads alike; what the parser refuses, it leaves to the parser. */
class PlainJsonTest {
    private static final File FILE = new File("config.json");

    private static Map<String, String> plain(String text) {
        return PlainJson.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void agreesWithTheParser(@ForAll("texts") String text) {
        assertAgrees(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void agreesOnAnyBytes(
            @ForAll @Size(max = 12) List<Byte> noise, @ForAll("objects") String object, @ForAll int where) {
        byte[] whole = object.getBytes(StandardCharsets.UTF_8);
        byte[] content = whole.clone();
        for (int i = 0; i < noise.size() && content.length > 0; i++) {
            content[Math.floorMod(where + 7 * i, content.length)] = noise.get(i);
            assertAgrees(content);
        }
    }

    @Property
    void readsEveryPlainObject(
            @ForAll @Size(max = 6) Map<@AlphaChars @NumericChars String, @AlphaChars @NumericChars String> values) {
        List<String> members = new ArrayList<>();
        values.forEach((name, value) -> members.add("\"" + name + "\" : \"/" + value + ":~ {,}\""));
        Map<String, String> expected = new LinkedHashMap<>();
        values.forEach((name, value) -> expected.put(name, "/" + value + ":~ {,}"));
        assertThat(plain("\t{\r\n" + String.join(" ,\n", members) + "}\n")).isEqualTo(expected);
    }

    private static Map<String, String> parsed(byte[] content) {
        List<Failure> faults = new ArrayList<>();
        Map<String, String> parsed = SettingsFile.parsed(FILE, content, faults);
        if (!faults.isEmpty()) {
            throw faults.get(0);
        }
        return parsed;
    }

    private static void assertAgrees(byte[] content) {
        Map<String, String> plain = PlainJson.read(content);
        if (plain != null) {
            Map<String, String> parsed = parsed(content);
            assertThat(plain).isEqualTo(parsed);
            assertThat(List.copyOf(plain.keySet())).isEqualTo(List.copyOf(parsed.keySet()));
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "\"",
                        ":",
                        ",",
                        " ",
                        "\n",
                        "\t",
                        "\r",
                        "a",
                        "org",
                        "\\",
                        "\\n",
                        "\\u0041",
                        "é",
                        "\0",
                        "\u007f",
                        "\ufeff",
                        "1",
                        "true",
                        "null",
                        "[",
                        "]",
                        "\"a\"",
                        "\"a\":\"b\"",
                        "{\"a\":\"b\"}",
                        "//",
                        "'",
                        "\u001f")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> objects() {
        return Arbitraries.of(
                "{}", "{\"org\":\"acme\"}", "{ \"org\" : \"acme\" ,\n\t\"store\":\"/a b/c.db\", \"x\": \"\" }\n");
    }

    @Test
    void leavesTheRestToTheParser() {
        assertThat(plain("{\"org\": \"a\", \"org\": \"b\"} behind")).isEqualTo(Map.of("org", "b"));
        for (String unusual : new String[] {
            "{\"org\": \"caf\\u00e9\"}", "{\"org\": \"café\"}", "\ufeff{}", "{\"" + "n".repeat(20_000) + "\": \"\"}"
        }) {
            assertThat(plain(unusual)).as(unusual).isNull();
            assertThat(parsed(unusual.getBytes(StandardCharsets.UTF_8))).isNotNull();
        }
        for (String wrong :
                new String[] {"", "[]", "{\"org\": 1}", "{\"org\": \"a\",}", "{\"org\": \"a\nb\"}", "{\"org"}) {
            assertThat(plain(wrong)).as(wrong).isNull();
            assertThatThrownBy(() -> parsed(wrong.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Failure.class);
        }
    }
}
