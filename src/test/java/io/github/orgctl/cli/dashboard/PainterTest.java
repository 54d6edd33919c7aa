package io.github.orgctl.cli.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.Test;

/** What the painter writes makes a terminal show exactly the frame, whatever it showed before. */
class PainterTest {
    private static final int FRAMES = 3000;
    private static final List<String> TEXTS = List.of(
            "plain",
            "日本語プロジェクト",
            "Mobile 📱 app",
            "family 👨‍👩‍👧",
            "flag 🇩🇪",
            "heart ❤️ key 1️⃣ thumb 👍🏽",
            "e\u0301te\u0301",
            "\u0301alone",
            "x\u0323\u0331y\u0323",
            "ที่นี่",
            "नमस्ते",
            "שלום",
            "مرحبا",
            "✅ ⌚ ⚡",
            "\u001b[31mred\u001b[0m",
            "tab\tline\nend",
            "\u202eover");
    private static final List<Style> STYLES =
            List.of(Style.PLAIN, Style.BOLD, Style.LIVE, Style.SANDBOX, Style.KEY.reverse(), Style.PLAIN.underline());

    @Test
    void aTerminalShowsEachOfThousandsOfRandomFrames() {
        Random random = new Random(7);
        Painter painter = new Painter(true);
        int width = 40;
        int height = 10;
        ScreenTerminal terminal = new ScreenTerminal(width, height);
        Frame frame = new Frame(width, height);
        for (int i = 0; i < FRAMES; i++) {
            if (random.nextInt(100) == 0) {
                width = 1 + random.nextInt(60);
                height = 1 + random.nextInt(15);
                terminal = new ScreenTerminal(Math.max(2, width), Math.max(2, height));
                frame = new Frame(width, height);
                painter.forget();
            } else {
                frame = copyOf(frame);
            }
            for (int k = 0; k < 1 + random.nextInt(6); k++) {
                scribble(frame, random);
            }
            terminal.write(painter.paint(frame));
            Screens.assertShows(terminal, frame);
        }
    }

    @Test
    void whatIsShownAlreadyIsNotWrittenAgain() {
        Painter painter = new Painter(true);
        Frame frame = new Frame(20, 3);
        frame.write(0, 0, 20, "one 日本", Style.BOLD);
        painter.paint(frame);

        assertThat(painter.paint(copyOf(frame))).isEmpty();
        Frame next = copyOf(frame);
        next.write(0, 2, 20, "x", Style.PLAIN);
        assertThat(painter.paint(next))
                .contains("\u001b[3;1H")
                .doesNotContain("one")
                .hasSizeLessThan(70);
    }

    @Test
    void withoutColoursOnlyBoldUnderlineAndReverseAreUsed() {
        Frame frame = new Frame(20, 1);
        frame.write(0, 0, 20, "x", Style.LIVE.reverse());

        assertThat(new Painter(false).paint(frame)).contains("\u001b[0;1;7mx").doesNotContain("31");
    }

    @Test
    void noColourIsUnreadableOnADarkOrALightBackground() {
        for (Color color : Color.values()) {
            assertThat(color.code()).isNotIn(30, 33, 37).isLessThan(40);
        }
    }

    private static void scribble(Frame frame, Random random) {
        int x = random.nextInt(frame.width());
        int y = random.nextInt(frame.height());
        Style style = STYLES.get(random.nextInt(STYLES.size()));
        if (random.nextInt(8) == 0) {
            frame.fill(x, y, x + random.nextInt(20), y + random.nextInt(5), style);
        } else {
            int end = 1 + random.nextInt(frame.width() + 5);
            frame.write(x, y, end, TEXTS.get(random.nextInt(TEXTS.size())), style);
        }
        frame.cursor(random.nextInt(frame.width()), random.nextInt(frame.height()));
    }

    private static Frame copyOf(Frame frame) {
        return frame.copy();
    }
}
