package io.github.orgctl.cli.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedLineTest {
    private static String read(String typed) throws IOException {
        return TypedLine.read(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "'abc\n',abc",
                "'\n',''",
                "abc,abc",
                "'abd\u007fc\n',abc",
                "'abd\bc\n',abc",
                "'aé😀\u007f\u007fb\n',ab",
                "'\u007f\u007fa\n',a",
                "'wrong\u0015right\n',right",
                "'one two  \u0017three\n','one three'",
                "'\u0017a\n',a",
                "'abc\u0004def',abc",
                "'a b\tc \n','a b\tc '",
            })
    void readsALineWithTheKeysThatEditIt(String typed, String line) throws IOException {
        assertThat(read(typed)).isEqualTo(line);
    }

    @Test
    void hasNoLineAtTheEndOfInput() throws IOException {
        assertThat(read("")).isNull();
        assertThat(read("\u0004abc\n")).isNull();
        assertThat(read("abc\u0015\u0004")).isNull();
    }

    @Test
    void leavesWhatComesBehindTheLine() throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream("web\necho hi\n".getBytes(StandardCharsets.UTF_8));
        assertThat(TypedLine.read(in)).isEqualTo("web");
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("echo hi\n");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] latin = "gr\u00fcn\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> TypedLine.read(new ByteArrayInputStream(latin)))
                .hasMessageContaining("not UTF-8 text");
    }

    @Test
    void takesLinesOfAnyLength() throws IOException {
        String line = "0123456789".repeat(10_000);
        assertThat(read(line + "\n")).isEqualTo(line);
    }
}
