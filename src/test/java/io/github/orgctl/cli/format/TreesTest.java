package io.github.orgctl.cli.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents in JSON and YAML. */
class TreesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[NO, off, Yes, y, on]|[\"NO\",\"off\",\"Yes\",\"y\",\"on\"]",
                "[true, True, TRUE, false]|[true,true,true,false]",
                "[null, Null, ~, ]|[null,null,null]",
                "[0123, 1.10, 1e5, 12345678901234567890]|[\"0123\",1.10,1e5,12345678901234567890]",
                "[0x1F, 0o17, +1, .5, 1_000, .inf, .nan, 7e98765432100]"
                        + "|[\"0x1F\",\"0o17\",\"+1\",\".5\",\"1_000\",\".inf\",\".nan\",7e98765432100]",
                "[2026-11-28, 12:30:45, 1:20]|[\"2026-11-28\",\"12:30:45\",\"1:20\"]",
                "\"https:\\/\\/a \\L\\P \\x41\"|\"https://a \u2028\u2029 A\"",
                "{\"a\":1,\"b\":{}}|{\"a\":1,\"b\":{}}",
                "[!!str 1, ! 2, !!int 3, !!float 1.5, !!bool true, !!null null]|[\"1\",\"2\",3,1.5,true,null]",
                "{1: x, true: y, null: z}|{\"1\":\"x\",\"null\":\"z\",\"true\":\"y\"}",
                "!!map {a: !!seq [&x 1]}|{\"a\":[1]}",
                "{<<: 1, y: 2}|{\"<<\":1,\"y\":2}",
            })
    void readsTheCoreSchemaOfYaml(String yaml, String json) {
        assertThat(YamlReader.read(yaml).json()).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`a: 1\nb: !secret SECRET`|line 2, key 'b': tags are not supported",
                "`a: !!binary SECRET`|line 1, key 'a': the tag '!!binary' is not supported",
                "`a: !!set {SECRET}`|line 1, key 'a': the tag '!!set' is not supported",
                "`a: !!int SECRET`|line 1, key 'a': the value does not match its tag",
                "`a: &x SECRET\nb: *x`|line 2, key 'b': aliases are not supported",
                "`a: &x SECRET\n*x : 1`|line 2: aliases are not supported",
                "`a: &x SECRET\n<<: *x`|line 2, key '<<': aliases are not supported",
                "`? [SECRET]\n: 1`|line 1: keys must be strings",
                "`a: 1\nb:\n  c: 1\n  c: SECRET`|line 4, key 'b.c': it was already given in line 3",
                "`a: 1\n---\nSECRET`|line 2: more than one YAML document",
                "`a: 'SECRET`|line 1, key 'a': this is not YAML: ",
                "`a: \"SECRET\\q\"`|line 1, key 'a': this is not YAML: found unknown escape character q",
                "`a: b: SECRET`|line 1: this is not YAML: mapping values are not allowed here",
                "`a: @SECRET`|line 1, key 'a': this is not YAML: ",
            })
    void namesTheLineAndTheKeyInYaml(String yaml, String message) {
        assertThatThrownBy(() -> YamlReader.read(yaml))
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("SECRET")
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"a\":\n SECRET}`|line 2: this is not JSON: unexpected text at column 2",
                "`{\"a\": \"SECRET`|line 1, key 'a': this is not JSON: unexpected end",
                "`{\"a\": \"SECRET\\q\"}`|line 1, key 'a': this is not JSON: unexpected text",
                "`{\"A\":1,\n\"A\":\"SECRET\"}`|line 2, key 'A': it was already given in line 1",
                "`{\"a\": 1} SECRET`|line 1: this is not JSON: unexpected text",
                "`{\"a\": 1}\n{}`|line 2: more than one JSON value",
            })
    void namesTheLineAndTheKeyInJson(String json, String message) {
        assertThatThrownBy(() -> JsonReader.read(json))
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("SECRET")
                .hasNoCause();
    }

    @Test
    void takesLongDocuments() {
        String text = "x".repeat(5_000_000);
        assertThat(YamlReader.read("a: " + text).json()).hasSize(text.length() + 8);
        assertThat(JsonReader.read("{\"a\":\"" + text + "\"}").json()).hasSize(text.length() + 8);
    }

    @Test
    void refusesTheDeepestNestingBeforeTheStackEnds() {
        for (String text : new String[] {"[".repeat(200_000), "{\"a\":".repeat(200_000)}) {
            assertThatThrownBy(() -> JsonReader.read(text)).hasMessageContaining("nested more than 1000 levels deep");
            assertThatThrownBy(() -> YamlReader.read(text)).hasMessageContaining("nested more than 1000 levels deep");
        }
    }
}
