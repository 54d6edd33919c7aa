package io.github.orgctl.cli.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.ScreenTerminal;

/** What a terminal shows, compared with a frame. */
final class Screens {
    private Screens() {}

    static void assertShows(ScreenTerminal terminal, Frame frame) {
        int width = terminal.getColumns();
        int height = terminal.getRows();
        long[] cells = new long[width * height];
        int[] cursor = new int[2];
        terminal.dump(cells, 0, 0, height, width, cursor);
        List<String> differences = new ArrayList<>();
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                String cluster = frame.cluster(x, y);
                long cell = cells[y * width + x];
                if (!cluster.equals(Frame.CONTINUED)) {
                    compare(cluster, frame.style(x, y), cell, x, y, differences);
                }
            }
        }
        assertThat(differences).as(frame.toString()).isEmpty();
        assertThat(cursor).containsExactly(frame.cursorX(), frame.cursorY());
    }

    private static void compare(String cluster, Style style, long cell, int x, int y, List<String> differences) {
        int shown = ScreenTerminal.cellCodePoint(cell);
        if (shown != cluster.codePointAt(0)) {
            differences.add(x + "," + y + ": " + cluster + " is " + Character.toString(shown));
        }
        boolean same = ScreenTerminal.cellBold(cell) == style.bold()
                && ScreenTerminal.cellUnderline(cell) == style.underlined()
                && ScreenTerminal.cellInverse(cell) == style.reversed()
                && ScreenTerminal.cellHasForeground(cell) == (style.color() != Color.DEFAULT)
                && !ScreenTerminal.cellHasBackground(cell);
        if (!same) {
            differences.add(x + "," + y + ": another style for " + cluster);
        }
    }
}
