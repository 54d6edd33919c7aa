package io.github.orgctl.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.orgctl.core.model.GivenValues.NamedText;
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
