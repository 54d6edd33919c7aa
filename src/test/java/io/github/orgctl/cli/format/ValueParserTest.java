package io.github.orgctl.cli.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.value.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1|1",
                "-0.50|-0.50",
                "1e400|1e400",
                "true|true",
                "[ 1, [ ] ]|[1,[]]",
                "{ \"b\": {\"d\": 1, \"c\": 2}, \"a\": \"x\" }|{\"a\":\"x\",\"b\":{\"c\":2,\"d\":1}}",
                "123456789012345678901234567890|123456789012345678901234567890",
                "null|\"null\"",
                "\"q\"|\"\\\"q\\\"\"",
                "0123|\"0123\"",
                "1.2.3|\"1.2.3\"",
                "truth|\"truth\"",
                "[1|\"[1\"",
                "1 2|\"1 2\"",
                "+1|\"+1\"",
                "NaN|\"NaN\"",
                "https://a|\"https://a\"",
            })
    void guessesWhatIsMeant(String text, String json) {
        assertThat(ValueParser.guess(text)).hasToString(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"\\u00e4\\/\"", "[null,false]"})
    void forcedJsonMayBeAnything(String text) {
        assertThat(ValueParser.json(" " + text + "\n").isText()).isEqualTo(text.startsWith("\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "1 2", "{\"a\":1,\"a\":2}", "[1,]", "{a:1}", "'a'", "01", "// x\n1"})
    void refusesWhatIsNoJson(String text) {
        Failure failure = catchThrowableOfType(Failure.class, () -> ValueParser.json(text));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
    }
}
