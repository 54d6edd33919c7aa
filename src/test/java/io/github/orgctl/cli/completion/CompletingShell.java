package io.github.orgctl.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.orgctl.cli.app.Commands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real shell that has loaded the generated script. */
enum CompletingShell {
    BASH(Shell.BASH),
    /** Where the package bash-completion has been loaded as well. */
    BASH_WITH_PACKAGE(Shell.BASH),
    ZSH(Shell.ZSH),
    FISH(Shell.FISH);

    private static final Path PACKAGE = Path.of("/usr/share/bash-completion/bash_completion");
    private static final long LIMIT_SECONDS = 180;

    private final Shell shell;

    CompletingShell(Shell shell) {
        this.shell = shell;
    }

    /**
     * What the shell offers at the end of each line, without descriptions; for a line with a {@code |}, which only bash
     * takes, at that place.
     */
    List<List<String>> offers(Map<String, String> environment, Path folder, List<String> lines)
            throws IOException, InterruptedException {
        List<List<String>> offers = new ArrayList<>();
        for (String shown : described(environment, folder, lines)) {
            List<String> words = new ArrayList<>();
            for (String line : shown.split("[\r\n]+")) {
                if (this != ZSH) {
                    words.add(line.replaceFirst("\t.*", ""));
                } else if (!line.contains("orgctl ") && !line.contains("<<")) {
                    words.addAll(List.of(line.strip().split("\\s+")));
                }
            }
            words.removeIf(String::isEmpty);
            offers.add(words);
        }
        return offers;
    }

    /** The same with the descriptions, behind a tab, where the shell hands them out. */
    List<String> described(Map<String, String> environment, Path folder, List<String> lines)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        switch (this) {
            case BASH, BASH_WITH_PACKAGE -> command.addAll(List.of("bash", "--norc", driver("offers.bash", folder)));
            case ZSH -> command.addAll(List.of("zsh", "-f", driver("press-tab.zsh", folder), "zsh-list"));
            case FISH -> command.addAll(List.of("fish", "--no-config", driver("offers.fish", folder)));
        }
        command.add(script(folder));
        command.addAll(lines);
        return parts(run(environment, folder, command), lines);
    }

    /** What a terminal shows when TAB is pressed behind each line: candidates, and the line itself in {@code <<>>}. */
    List<String> afterTab(Map<String, String> environment, Path folder, List<String> lines)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("zsh", "-f", driver("press-tab.zsh", folder), shell.toString(), script(folder)));
        command.addAll(lines);
        return parts(run(environment, folder, command), lines);
    }

    private String script(Path folder) throws IOException {
        return Files.writeString(folder.resolve(shell.checkedInName()), shell.script(Commands.NOUNS))
                .toString();
    }

    private static String driver(String name, Path folder) throws IOException {
        Path copy = folder.resolve(name);
        try (var in = CompletingShell.class.getResourceAsStream("/completion/" + name)) {
            Files.write(copy, in.readAllBytes());
        }
        return copy.toString();
    }

    private String run(Map<String, String> environment, Path folder, List<String> command)
            throws IOException, InterruptedException {
        requireInstalled(Path.of("/usr/bin/" + command.get(0)));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(environment);
        if (this == BASH_WITH_PACKAGE) {
            requireInstalled(PACKAGE);
            builder.environment().put("BASH_COMPLETION", PACKAGE.toString());
        }
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + command);
        }
        // Whatever a script writes here would land in the middle of the line that is being typed.
        assertThat(err).hasContent("");
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    /** A machine of a developer may lack a shell; the one that decides about a change may not. */
    static void requireInstalled(Path program) {
        if (System.getenv("CI") != null) {
            assertThat(program).exists();
        }
        assumeTrue(Files.exists(program), program + " is not installed");
    }

    private static List<String> parts(String output, List<String> lines) {
        List<String> parts = new ArrayList<>(List.of(output.split("(?m)^--\n", -1)));
        parts.remove(parts.size() - 1);
        assertThat(parts).as(output).hasSameSizeAs(lines);
        return parts;
    }
}
