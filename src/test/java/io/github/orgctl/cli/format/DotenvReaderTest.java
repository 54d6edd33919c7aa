package io.github.orgctl.cli.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.orgctl.core.model.configuration.GivenValues.NamedText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotenvReaderTest {
    private static String value(String line) {
        return new DotenvReader(line).read().get(0).text();
    }

    @Test
    void readsTheWaysToWriteAValue() {
        assertThat(value("A=b")).isEqualTo("b");
        assertThat(value("A=")).isEmpty();
        assertThat(value(" export A = b c # d")).isEqualTo("b c");
        assertThat(value("A=b#c\r\n")).isEqualTo("b#c");
        assertThat(value("A=#c")).isEmpty();
        assertThat(value("A=b=c")).isEqualTo("b=c");
        assertThat(value("A='b # \\n \"c'  # d")).isEqualTo("b # \\n \"c");
        assertThat(value("A=\"b\\n\\\"\\\\\\$\\x\"")).isEqualTo("b\n\"\\$\\x");
        assertThat(value("A=\"b\nc\"\nD=e")).isEqualTo("b\nc");
        assertThat(value("A=$HOME")).isEqualTo("$HOME");
    }

    @Test
    void endsLinesAsEverySystemDoes() {
        assertThat(new DotenvReader("A=x\r\nB=\"y\\r\"\r\nC='1\r\n2'").read())
                .extracting(NamedText::text)
                .containsExactly("x", "y\r", "1\n2");
        assertThat(new DotenvReader("A=x\rexport\tB=y\r").read())
                .extracting(NamedText::name)
                .containsExactly("A", "B");
        assertThat(new DotenvReader("export=1").read().get(0).name()).isEqualTo("export");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A=\" 0 \"|\" 0 \"",
                "A={\"b\": 1, \"a\": 2}|\"{\\\"b\\\": 1, \\\"a\\\": 2}\"",
                "A={\"a\":2,\"b\":1}|{\"a\":2,\"b\":1}",
                "A=1.10|1.10",
                "A=0123|\"0123\"",
                "A='true'|true",
                "A=\"true \"|\"true \"",
            })
    void guessesOnlyWhatAProgramGetsBackAsItWas(String line, String json) {
        assertThat(new DotenvReader(line).read().get(0).guess()).hasToString(json);
    }

    @Test
    void neverShowsAValue() {
        for (String text : List.of(
                "KEY=-----BEGIN X\nSECRET/TEXT", "KEY=-----BEGIN X\nSECRET/TEXT==", "KEY='SECRET", "K='x'SECRET")) {
            assertThatThrownBy(() -> new DotenvReader(text).read())
                    .hasMessageContaining("line")
                    .hasMessageNotContaining("SECRET")
                    .hasNoCause();
        }
    }

    @Test
    void passesOverCommentsAndEmptyLines() {
        assertThat(new DotenvReader("\n# x\n  # A=1\nB=2\n\nC=3").read())
                .extracting(NamedText::name)
                .containsExactly("B", "C");
    }

    @ParameterizedTest
    @CsvSource({
        "'A=1\nB',       line 2",
        "'A=1\n\nA=2',   line 3",
        "'A=\"1\nB=2',   line 1",
        "'A=\"1\"x',     line 1",
    })
    void namesTheLineThatCantBeRead(String text, String line) {
        assertThatThrownBy(() -> new DotenvReader(text).read()).hasMessageContaining(line);
    }
}
