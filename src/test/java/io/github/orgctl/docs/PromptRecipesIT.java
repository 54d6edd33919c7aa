package io.github.orgctl.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.orgctl.packaged.Installation;
import io.github.orgctl.packaged.Installation.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recipes of docs/prompt.md in the real shells: what each makes of its prompt. */
class PromptRecipesIT {
    private static final Path PAGE = Path.of("docs/prompt.md");

    /** A prompt is shown in a folder that is gone, too. */
    private static final String GONE = "mkdir gone; cd gone; rmdir ../gone; ";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sh   | bash | bash --norc | ; printf %s "${PS1@P}"  | <1><e>[31m<2>acme/website:live<1><e>[0m<2>#<space>
            zsh  | zsh  | zsh -f      | ; print -rP "$PROMPT"   | <e>[31macme/website:live<e>[0m#<space>
            fish | fish | fish -N     | ; fish_right_prompt     | <e>[31macme/website:live<e>[0m
            """)
    void theShellShowsTheContext(String language, String shell, String call, String show, String shown)
            throws Exception {
        Installation orgctl = Installation.archived(folder);
        orgctl.env.put("PATH", orgctl.home.resolve("bin") + ":/usr/bin:/bin");
        orgctl.env.put("ORGCTL_PROJECT", "acme/website");
        orgctl.env.put("ORGCTL_MODE", "live");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin", shell)) || System.getenv("CI") != null, "needs " + shell);
        Path script = Files.writeString(
                folder.resolve("script"), recipe(language) + GONE + show.replaceFirst("; ", "") + "\n");
        String[] words = (call + " " + script).split(" +");
        Run run = orgctl.runAs("/usr/bin/env", words);
        assertThat(run.err()).isEmpty();
        String end = shown.replace("<1>", "\u0001")
                .replace("<2>", "\u0002")
                .replace("<e>", "\u001b")
                .replace("<space>", " ")
                .replace("#", System.getProperty("user.name").equals("root") ? "#" : shell.equals("zsh") ? "%" : "$");
        assertThat(run.out().stripTrailing() + " ").endsWith(end.stripTrailing() + " ");
    }

    /** Starship itself is not installed here; what it starts is. */
    @Test
    void theCommandForStarshipIsOneProcessOfAPlainShell() throws Exception {
        String recipe = recipe("toml");
        assertThat(recipe).contains("when = true\n", "shell = [\"sh\"]\n");
        String command = recipe.replaceFirst("(?s).*command = \"(.*?)\".*", "$1");
        Installation orgctl = Installation.archived(folder);
        orgctl.env.put("PATH", orgctl.home.resolve("bin") + ":/usr/bin:/bin");
        orgctl.env.put("ORGCTL_PROJECT", "acme/website");
        assertThat(orgctl.runAs("/bin/sh", "-c", command)).isEqualTo(new Run(0, "acme/website\n", ""));
    }

    private static String recipe(String language) throws Exception {
        List<Block> blocks = Block.of(PAGE, language);
        assertThat(blocks).hasSize(1);
        return blocks.get(0).text();
    }
}
