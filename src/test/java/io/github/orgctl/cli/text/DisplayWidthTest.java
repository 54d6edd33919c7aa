package io.github.orgctl.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
    /** What Unicode 16 shows as emoji by default (Emoji_Presentation), without the halves of flags and the skin tones. */
    private static final String EMOJI =
            "231a-231b 23e9-23ec 23f0 23f3 25fd-25fe 2614-2615 2648-2653 267f 2693 26a1 26aa-26ab "
                    + "26bd-26be 26c4-26c5 26ce 26d4 26ea 26f2-26f3 26f5 26fa 26fd 2705 270a-270b 2728 274c "
                    + "274e 2753-2755 2757 2795-2797 27b0 27bf 2b1b-2b1c 2b50 2b55 1f004 1f0cf 1f18e "
                    + "1f191-1f19a 1f201 1f21a 1f22f 1f232-1f236 1f238-1f23a 1f250-1f251 1f300-1f320 "
                    + "1f32d-1f335 1f337-1f37c 1f37e-1f393 1f3a0-1f3ca 1f3cf-1f3d3 1f3e0-1f3f0 1f3f4 "
                    + "1f3f8-1f3fa 1f400-1f43e 1f440 1f442-1f4fc 1f4ff-1f53d 1f54b-1f54e 1f550-1f567 1f57a 1f595-1f596 "
                    + "1f5a4 1f5fb-1f64f 1f680-1f6c5 1f6cc 1f6d0-1f6d2 1f6d5-1f6d7 1f6dc-1f6df 1f6eb-1f6ec "
                    + "1f6f4-1f6fc 1f7e0-1f7eb 1f7f0 1f90c-1f93a 1f93c-1f945 1f947-1f9ff 1fa70-1fa7c "
                    + "1fa80-1fa89 1fa8f-1fac6 1face-1fadc 1fadf-1fae9 1faf0-1faf8";

    @Test
    void givesEveryEmojiTwoColumns() {
        for (String range : EMOJI.split(" ")) {
            int dash = range.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash), 16);
            int last = Integer.parseInt(range.substring(dash + 1), 16);
            for (int c = first; c <= last; c++) {
                assertThat(DisplayWidth.of(Character.toString(c)))
                        .as("U+%x %s", c, Character.toString(c))
                        .isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"acme, 4", "über, 4", "e\u0301, 1", "漢字, 4", "ｱ, 1", "Ａ, 2", "한글, 4", "✓, 1", "a\u200bb, 2", "→, 1"})
    void countsColumns(String text, int columns) {
        assertThat(DisplayWidth.of(text)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({"✅✅✅, 4, ✅…", "✅✅✅, 5, ✅✅…", "✅✅✅, 6, ✅✅✅", "abcdef, 4, abc…"})
    void cutsByColumns(String text, int columns, String cut) {
        assertThat(DisplayWidth.cut(text, columns)).isEqualTo(cut);
    }
}
