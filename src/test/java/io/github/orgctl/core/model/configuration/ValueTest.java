package io.github.orgctl.core.model.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.value.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "a\"b\\c/d",
                "\n\r\t\b\f\u0000\u001f\u007f",
                "ä中\ud83d\ude00\u2028",
                "\\u0041",
                "'$`"
            })
    void textsSurviveAsJson(String text) {
        Value value = Value.ofText(text);
        assertThat(value.isText()).isTrue();
        assertThat(value.text()).isEqualTo(text);
        assertThat(value.json()).startsWith("\"").endsWith("\"").doesNotContain("\n");
    }

    @Test
    void othersAreTheirJson() {
        assertThat(new Value("[1,\"a\"]").text()).isEqualTo("[1,\"a\"]");
        assertThat(new Value("-1.50").isText()).isFalse();
    }

    @Test
    void otherEscapesAreReadAsWell() {
        assertThat(new Value("\"\\/\\u00e4\\u0022\"").text()).isEqualTo("/ä\"");
    }

    @Test
    void isAtMost64KiBInUtf8() {
        assertThat(Value.ofText("x".repeat(Value.MAX_BYTES - 2)).json()).hasSize(Value.MAX_BYTES);
        assertTooLong("x".repeat(Value.MAX_BYTES - 1));
        assertTooLong("中".repeat(Value.MAX_BYTES / 3));
    }

    private static void assertTooLong(String text) {
        Failure failure = catchThrowableOfType(Failure.class, () -> Value.ofText(text));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
        assertThat(failure).hasMessageContaining("64 KiB");
    }

    private static void refused(String json, String message) {
        Failure failure = catchThrowableOfType(Failure.class, () -> Value.given(json));
        assertThat(failure).as("a failure").isNotNull();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
        assertThat(failure).hasMessageContaining(message);
    }

    private static void taken(String json) {
        assertThat(Value.given(json).json()).isEqualTo(json);
    }

    @Test
    void isNestedAtMostAThousandTimes() {
        taken("[".repeat(1000) + "]".repeat(1000));
        refused("[".repeat(1001) + "]".repeat(1001), "1000 levels");
        taken("{\"a\":".repeat(1000) + "1" + "}".repeat(1000));
        refused("{\"a\":".repeat(1001) + "1" + "}".repeat(1001), "1000 levels");
        taken("[" + "[],".repeat(1001) + "{}" + ",{}".repeat(1001) + "]");
    }

    @Test
    void textsAreNotNested() {
        taken("\"" + "[".repeat(1001) + "\"");
        taken("\"\\\"" + "{".repeat(1001) + "\"");
        taken("[\"\\\\\"," + "\"[\",".repeat(1001) + "1]");
        refused("[\"]\",".repeat(1001) + "1" + "]".repeat(1001), "1000 levels");
    }

    @Test
    void numbersHaveAtMostAThousandDigits() {
        taken("9".repeat(1000));
        taken("0".repeat(1000));
        refused("9".repeat(1001), "1000 digits");
        refused("0".repeat(1001), "1000 digits");
        taken("1." + "5".repeat(999));
        refused("1." + "5".repeat(1000), "1000 digits");
        taken("[" + "9".repeat(600) + "," + "9".repeat(600) + "]");
        taken("9".repeat(600) + "e" + "9".repeat(600));
        taken("\"" + "9".repeat(1001) + "\"");
        taken("[\"" + "9".repeat(600) + "\"," + "9".repeat(600) + "]");
        refused("[1,\"1\"," + "9".repeat(1001) + "]", "1000 digits");
    }

    @Test
    void objectsAreToldApart() {
        assertThat(new Value("{}").isObject()).isTrue();
        assertThat(new Value("[]").isObject()).isFalse();
        assertThat(new Value("\"{\"").isObject()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[]|",
                "[1]|1",
                "[1,\"a\",true]|1 \"a\" true",
                "[[1,2],[3],{\"a\":[4,5]}]|[1,2] [3] {\"a\":[4,5]}",
                "[\"a,]\\\"}\",\"\\\\\",2]|\"a,]\\\"}\" \"\\\\\" 2",
                "[\"\",\"\"]|\"\" \"\"",
            })
    void aListHasElements(String json, String elements) {
        assertThat(new Value(json).elements())
                .extracting(Value::json)
                .containsExactly(elements == null ? new String[0] : elements.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|{}",
                "{\"a\":1}|{a=1}",
                "{\"a\":{\"b\":1,\"c\":2},\"d\":[1,2]}|{a={\"b\":1,\"c\":2}, d=[1,2]}",
                "{\"a\\\":\":\"b:c\",\"\":0}|{a\":=\"b:c\", =0}",
            })
    void anObjectHasMembers(String json, String members) {
        assertThat(new Value(json).members()).hasToString(members);
    }

    @Test
    void listsAreToldApart() {
        assertThat(new Value("[]").isList()).isTrue();
        assertThat(new Value("{}").isList()).isFalse();
        assertThat(new Value("\"[\"").isList()).isFalse();
    }
}
