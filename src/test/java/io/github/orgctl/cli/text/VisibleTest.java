package io.github.orgctl.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.output.Sample;
import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void escapesWhatSteersATerminal() {
        assertThat(Visible.line(Sample.NASTY))
                .isEqualTo("a\"b,c\\d\\u001b[31m\\u007f\\u0085\\u2028\\u202e\\u2066 日本 🚀 שלום é");
    }

    @Test
    void keepsALineOnOneLine() {
        assertThat(Visible.line("a\nb\tc\r\0")).isEqualTo("a\\nb\\tc\\r\\u0000");
        assertThat(Visible.block("a\nb\tc\r\0")).isEqualTo("a\nb\tc\\r\\u0000");
    }

    @Test
    void escapesHalfAPair() {
        assertThat(Visible.line("a\ud83d b\ude80")).isEqualTo("a\\ud83d b\\ude80");
    }

    @Test
    void everyCharacterThatIsLeftAloneIsHarmless() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            boolean steers = Character.isISOControl(c)
                    || Character.getType(c) == Character.LINE_SEPARATOR
                    || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                    || Character.getType(c) == Character.SURROGATE
                    || isBidirectionalOverride(c);
            assertThat(Visible.isUnsafe(c)).as("U+%04X", c).isEqualTo(steers);
        }
    }

    private static boolean isBidirectionalOverride(int c) {
        return switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                    Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE -> true;
            default -> false;
        };
    }
}
