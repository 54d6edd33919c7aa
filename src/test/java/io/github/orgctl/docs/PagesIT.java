package io.github.orgctl.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Does what the pages say: runs the blocks of each page from top to bottom in one fresh home folder, with the packaged
 * program, and compares what they print.
 *
 * <p>A {@code console} block holds commands behind {@code $ } with their output; a command that fails has to be
 * followed by one that shows {@code $?}. Blocks of {@code sh}, {@code zsh} and {@code fish} are scripts that have to
 * succeed.
 */
@Execution(ExecutionMode.CONCURRENT)
class PagesIT {
    private static final List<String> OPTIONAL_TOOLS = List.of("jq", "zsh", "fish", "sqlite3", "python3");

    @TempDir
    Path home;

    static List<Path> pages() throws IOException {
        return Block.pages();
    }

    @ParameterizedTest
    @MethodSource("pages")
    @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void everyBlockDoesWhatThePageShows(Path page) throws IOException, InterruptedException {
        Expected expected = new Expected();
        boolean teachesInstalling = page.endsWith("README.md");
        try (ShellSession session = new ShellSession(home, !teachesInstalling)) {
            for (Block block : Block.of(page)) {
                if (!block.run() || needsMissingTool(block, session)) {
                    continue;
                }
                switch (block.language()) {
                    case "console" -> runConsole(block, session, expected);
                    case "sh", "zsh", "fish" -> runScript(block, session, expected);
                    default -> {}
                }
            }
        }
    }

    private static void runConsole(Block block, ShellSession session, Expected expected) throws IOException {
        List<Block.Command> commands = block.commands();
        for (int i = 0; i < commands.size(); i++) {
            Block.Command command = commands.get(i);
            ShellSession.Run run = session.run(expected.inThisRun(command.text()));
            String where = block.page() + ":" + command.line() + ": " + command.text();
            if (!expected.matches(command.output(), run.output())) {
                assertThat(run.output()).as(where).isEqualTo(expected.inThisRun(command.output()));
            }
            boolean shown =
                    i + 1 < commands.size() && commands.get(i + 1).text().contains("$?");
            if (!shown) {
                assertThat(run.exitCode()).as("exit code of %s", where).isZero();
            }
        }
    }

    private static void runScript(Block block, ShellSession session, Expected expected) throws IOException {
        String script = expected.inThisRun(String.join("\n", block.lines()));
        ShellSession.Run run = session.runScript(block.language(), script);
        assertThat(run.exitCode())
                .as("exit code of %s, which printed: %s", block.where(), run.output())
                .isZero();
    }

    /** A machine without these tools can still run everything else; .ci/run installs them. */
    private static boolean needsMissingTool(Block block, ShellSession session) throws IOException {
        String text = block.language() + " " + String.join(" ", block.lines());
        for (String tool : OPTIONAL_TOOLS) {
            if (text.matches("(?s)(.*[ |(])?" + tool + " .*") && !session.has(tool)) {
                return true;
            }
        }
        return false;
    }
}
