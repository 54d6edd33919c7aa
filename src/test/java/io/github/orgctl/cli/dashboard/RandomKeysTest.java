package io.github.orgctl.cli.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.terminal.Key;
import io.github.orgctl.cli.terminal.KeyPress;
import io.github.orgctl.cli.terminal.MouseButton;
import io.github.orgctl.cli.terminal.Paste;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is pressed, and however small the terminal gets, nothing crashes and the terminal shows what it should. */
class RandomKeysTest {
    private static final int KEYS = Integer.getInteger("orgctl.dashboard.keys", 1500);
    private static final int SEED = Integer.getInteger("orgctl.dashboard.seed", 11);
    private static final String LETTERS = "acdehilmnopsuvwxy12/?yesliveq ü日📱\u0301";
    private static final Key[] MOVES = {
        Key.UP,
        Key.DOWN,
        Key.LEFT,
        Key.RIGHT,
        Key.ENTER,
        Key.ENTER,
        Key.ESCAPE,
        Key.TAB,
        Key.PAGE_DOWN,
        Key.HOME,
        Key.END,
        Key.BACKSPACE,
        Key.DELETE,
        Key.F1,
        Key.F5,
        Key.UNKNOWN
    };

    /** Where random keys seldom get by themselves. */
    private static final String[][] PATHS = {
        {"1", "Enter"}, {"1", "Enter", "h"}, {"2", "Enter"}, {"2", "Enter", "Left"}, {"2", "Enter", "Left", "Left"}
    };

    @Test
    void randomKeysAndSizesNeitherCrashNorGarble(@TempDir Path folder) {
        CliHarness orgctl = OddNames.in(folder);
        DashboardDriver dashboard = new DashboardDriver(orgctl, 80, 24, false, null);
        Random random = new Random(SEED);
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < KEYS; i++) {
            step(dashboard, random);
            dashboard.compare();
            State state = dashboard.state();
            seen.add(state.place().pane().query().source().name());
            seen.add(state.overlay() == null ? "" : state.overlay().getClass().getSimpleName());
        }
        assertThat(seen)
                .contains("PROJECTS", "KEYS", "HISTORY", "ORGANIZATIONS", "MEMBERS", "AUDIT")
                .contains("Picker", "Form", "Confirm", "Reader", "Help");
    }

    private static void jump(DashboardDriver dashboard, Random random) {
        for (int i = 0; i < 9; i++) {
            dashboard.press("Escape");
        }
        dashboard.press(PATHS[random.nextInt(PATHS.length)]);
    }

    private static void step(DashboardDriver dashboard, Random random) {
        int kind = random.nextInt(100);
        if (kind < 4) {
            dashboard.resize(1 + random.nextInt(140), 1 + random.nextInt(45));
        } else if (kind < 6) {
            dashboard.happen(new Event.StoreChanged());
        } else if (kind < 8) {
            dashboard.type(new Paste("pasted\n日本 q"));
        } else if (kind < 11) {
            int button = random.nextInt(3) == 0 ? 0 : 64 + random.nextInt(2);
            dashboard.type(new MouseButton(button, random.nextInt(90), random.nextInt(30), false));
        } else if (kind < 12) {
            jump(dashboard, random);
        } else if (kind < 60) {
            dashboard.type(KeyPress.of(MOVES[random.nextInt(MOVES.length)]));
        } else if (kind < 63) {
            dashboard.type(KeyPress.control((char) ('a' + random.nextInt(26))));
        } else {
            int[] letters = LETTERS.codePoints().toArray();
            dashboard.type(KeyPress.of(letters[random.nextInt(letters.length)]));
        }
    }
}
