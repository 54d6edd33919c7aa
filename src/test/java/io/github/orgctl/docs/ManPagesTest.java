package io.github.orgctl.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.orgctl.cli.app.Commands;
import io.github.orgctl.cli.help.HelpTopic;
import io.github.orgctl.cli.verb.Noun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manual pages: whole, and the same text with every formatter. */
class ManPagesTest {
    static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(ManPages.FOLDER)) {
            return pages.sorted().toList();
        }
    }

    @Test
    void thereIsOneOfEachNounAndOfTheFiveLongestVerbs() throws IOException {
        List<String> names = new ArrayList<>();
        pages().forEach(page -> names.add(page.getFileName().toString()));
        assertThat(names).contains("orgctl.1", "orgctl-env-promote.1");
        for (Noun noun : Commands.NOUNS.all()) {
            assertThat(names.remove("orgctl-" + noun.name() + ".1"))
                    .as(noun.name())
                    .isTrue();
        }
        assertThat(names).hasSize(1 + 5);
    }

    /** Newer formatters make typographic characters of these, which nobody can copy into a shell. */
    @ParameterizedTest
    @MethodSource("pages")
    void whatAFormatterWouldChangeIsEscaped(Path page) throws IOException {
        for (String line : Files.readString(page, StandardCharsets.US_ASCII).split("\n")) {
            if (!line.startsWith(".")) {
                assertThat(line).doesNotContainPattern("(?<!\\\\)[-'`^~]|[^\\x20-\\x7e]");
            }
        }
    }

    /** The linter is one of the tools that .ci/run installs. */
    @Test
    void theLinterHasNothingToSay() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mandoc", "-Tlint", "-Wwarning"));
        pages().forEach(page -> command.add(page.toString()));
        assertThat(run(command)).isEmpty();
    }

    /** A page of the program says what its help says. */
    @Test
    void theProgramsPageHasEveryTopic() throws IOException, InterruptedException {
        String shown = run(List.of("mandoc", "-Tutf8", "-Owidth=200", "docs/man/orgctl.1"))
                .replaceAll(".\b", "");
        for (HelpTopic topic : HelpTopic.values()) {
            assertThat(shown).contains(topic == HelpTopic.OPTIONS ? "OPTIONS" : topic.summary() + ".");
        }
        assertThat(shown).contains("--no-pager", "--allow-new-domains", "ORGCTL_STORE", "130", "5bc8fbbc-…");
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        boolean present = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command.get(0))));
        assumeTrue(present || System.getenv("CI") != null, command.get(0) + " is not installed");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
