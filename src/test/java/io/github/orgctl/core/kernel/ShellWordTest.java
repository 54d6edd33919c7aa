package io.github.orgctl.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {
    @ParameterizedTest
    @ValueSource(strings = {"ann@example.com", "ann.b+c@bücher.example", "acme/website:live", "a_b-c=1"})
    void plainTextStaysAsItIs(String text) {
        assertThat(ShellWord.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "z`touch${IFS}harm`@example.com",
                "o'neil@example.com",
                "\"a b\"@example.com",
                "~root@example.com",
                "wow!@example.com",
                "a{b}*?#&|@example.com"
            })
    void aShellTakesAnyOtherTextForJustThat(String text) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "printf %s " + ShellWord.of(text)).start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        assertThat(printed).isEqualTo(text);
    }
}
