package io.github.orgctl.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.text.DisplayWidth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Grapheme clusters are shown completely or not at all. */
class CutTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"e\u0301", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", "→", "\uD83C\uDDE9\uD83C\uDDEA"})
    void charactersAreNeverCutInTwo(String character) {
        String text = character.repeat(60);
        for (int columns = 1; columns <= DisplayWidth.of(text); columns++) {
            String cut = DisplayWidth.cut(text, columns);
            assertThat(cut).matches("(\\Q" + character + "\\E)*…?");
            assertThat(DisplayWidth.of(cut)).isLessThanOrEqualTo(columns);
        }
    }
}
