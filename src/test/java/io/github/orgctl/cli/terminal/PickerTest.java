package io.github.orgctl.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a picker shows on a terminal, and where the cursor stands. */
class PickerTest {
    private static final int WIDTH = 60;
    private static final int HEIGHT = 16;
    private static final Key[] KEYS = Key.values();

    private final ScreenTerminal terminal = new ScreenTerminal(WIDTH, HEIGHT);
    private Picker picker;

    @BeforeEach
    void open() {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("acme", "Acme", false));
        choices.add(new Choice("acme/website", "Website", true));
        choices.add(new Choice("globex", "Mu\u0308ller \u00dcberlandwerke", false));
        choices.add(new Choice(
                "globex/portal", "\u65e5\u672c \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 \u001b[2J", false));
        for (int i = 0; i < 30; i++) {
            choices.add(new Choice("zulu/project-" + i, "Project " + i, false));
        }
        picker = new Picker("Select something", choices);
        terminal.write("$ orgctl use\r\n");
        draw();
    }

    private void draw() {
        terminal.write(picker.frame(terminal.getColumns(), terminal.getRows()));
    }

    private void type(TerminalEvent... events) {
        for (TerminalEvent event : events) {
            picker.take(event);
            draw();
        }
    }

    private void type(String text) {
        text.codePoints().forEach(each -> type(KeyPress.of(each)));
    }

    private List<String> screen() {
        return screen(new int[2]);
    }

    private List<String> screen(int[] cursor) {
        long[] cells = new long[terminal.getColumns() * terminal.getRows()];
        terminal.dump(cells, cursor);
        List<String> lines = new ArrayList<>();
        for (int y = 0; y < terminal.getRows(); y++) {
            StringBuilder line = new StringBuilder();
            for (int x = 0; x < terminal.getColumns(); x++) {
                int c = ScreenTerminal.cellCodePoint(cells[y * terminal.getColumns() + x]);
                line.appendCodePoint(c == 0 ? ' ' : c);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private String selectedLine() {
        int[] cursor = new int[2];
        return screen(cursor).get(cursor[1]);
    }

    @Test
    void showsTheCurrentChoiceWithTheCursorOnIt() {
        assertThat(screen())
                .startsWith("$ orgctl use", "Select something", "Search:", "  acme            Acme")
                .contains("  34 of 34 (Enter: select, Esc: cancel)");
        assertThat(selectedLine()).isEqualTo("> acme/website    Website (current)");
    }

    @Test
    void findsTextHoweverItIsEncoded() {
        for (String query : List.of("m\u00fcl", "mu\u0308l", "M\u00dcL", "globex \u00fcber", "u\u0308berland")) {
            type(KeyPress.control('u'));
            type(query);
            assertThat(selectedLine()).as(query).startsWith("> globex  M");
            assertThat(screen()).contains("  1 of 34 (Enter: select, Esc: cancel)");
        }
    }

    @Test
    void keepsTheSelectedChoiceWhileItMatches() {
        type("site");
        assertThat(selectedLine()).startsWith("> acme/website");
        type(KeyPress.control('w'), KeyPress.of(Key.UP));
        assertThat(selectedLine()).startsWith("> acme  ");
        type("acmex");
        assertThat(selectedLine()).isEqualTo("Search: acmex");
        type(KeyPress.of(Key.BACKSPACE));
        assertThat(selectedLine()).startsWith("> acme ");
    }

    @Test
    void scrollsToWhatIsSelected() {
        type(KeyPress.of(Key.END));
        assertThat(selectedLine()).startsWith("> zulu/project-29");
        type(KeyPress.of(Key.PAGE_UP), KeyPress.of(Key.UP));
        assertThat(selectedLine()).startsWith("> zulu/project-18");
        type(KeyPress.of(Key.HOME), KeyPress.of(Key.UP));
        assertThat(selectedLine()).startsWith("> acme  ");
    }

    @Test
    void takesPastedTextForText() {
        type(new Paste("project-7\nrm -rf\n"));
        assertThat(selectedLine()).startsWith("> zulu/project-7");
    }

    @Test
    void showsWhatIsInNamesRatherThanDoingIt() {
        type("portal");
        assertThat(selectedLine()).contains("\\u001b[2J");
        assertThat(screen().get(0)).isEqualTo("$ orgctl use");
    }

    @Test
    void leavesNothingBehind() {
        type("zulu");
        type(KeyPress.of(Key.DOWN), KeyPress.of(Key.DOWN));
        terminal.write(picker.leave());
        int[] cursor = new int[2];
        assertThat(String.join("", screen(cursor))).isEqualTo("$ orgctl use");
        assertThat(cursor).containsExactly(0, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 24})
    void fitsTheTerminal(int lines) {
        int[] cursor = new int[2];
        ScreenTerminal small = new ScreenTerminal(10, Math.max(ScreenTerminal.MIN_SIZE, lines));
        small.write(picker.frame(10, small.getRows()));
        long[] cells = new long[10 * small.getRows()];
        small.dump(cells, cursor);
        assertThat(small.getHistorySize()).isZero();
        assertThat(ScreenTerminal.cellCodePoint(cells[10 * cursor[1]])).isEqualTo('>');
    }

    /** What is drawn over what was there before is what would be drawn on an empty screen. */
    @Test
    void drawsTheSameOverAnythingElse() {
        Random random = new Random(15);
        for (int i = 0; i < 3_000; i++) {
            type(
                    random.nextBoolean()
                            ? KeyPress.of("acmeglobxzuü日 -13".codePointAt(random.nextInt(14)))
                            : random.nextInt(9) == 0
                                    ? KeyPress.control('u')
                                    : KeyPress.of(KEYS[1 + random.nextInt(KEYS.length - 1)]));
            int[] cursor = new int[2];
            List<String> drawnOver = screen(cursor);
            int[] fresh = new int[2];
            terminal.write(picker.leave());
            draw();
            assertThat(screen(fresh)).isEqualTo(drawnOver);
            assertThat(fresh).isEqualTo(cursor);
        }
    }
}
