package io.github.orgctl.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.help.HelpText;
import io.github.orgctl.cli.help.HelpTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Help fits a terminal of 80 columns, and its topics match the program. */
class HelpTest {
    private static final int SCREEN = 40;
    private static final Pattern RULE = Pattern.compile("(?m)^  (\"(\\w+)\": (?:\"\\w+\"|true))  ");

    @TempDir
    Path folder;

    private CliHarness orgctl;

    @BeforeEach
    void start() {
        orgctl = new CliHarness(folder);
    }

    @Test
    void listsAllCommandsOnOneScreen() {
        String help = orgctl.must("--help");
        assertThat(help.lines()).hasSizeLessThanOrEqualTo(SCREEN).allMatch(line -> line.length() <= HelpText.COLUMNS);
        for (Commands command : Commands.values()) {
            assertThat(help).contains(" " + command.word() + "  ");
        }
        for (HelpTopic topic : HelpTopic.values()) {
            assertThat(help).contains(topic.word());
        }
    }

    /** A group is named once, in front of its first command. */
    @Test
    void groupsStandTogether() {
        Set<Commands.Group> seen = new HashSet<>();
        Commands.Group last = null;
        for (Commands command : Commands.values()) {
            if (command.group() != last) {
                last = command.group();
                assertThat(seen.add(last))
                        .as("%s stands apart from its group %s", command, last)
                        .isTrue();
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(Commands.Group.values());
    }

    @ParameterizedTest
    @EnumSource
    void topicsTouchNothingAndFitTheTerminal(HelpTopic topic) throws IOException {
        CliHarness.Outcome help = orgctl.run("help", topic.word());
        assertThat(help.exit()).isZero();
        assertThat(help.out()).startsWith(topic.summary() + ".\n");
        assertThat(help.out().lines()).allMatch(line -> line.length() <= HelpText.COLUMNS);
        try (Stream<Path> files = Files.list(orgctl.home())) {
            assertThat(files).isEmpty();
        }
        assertThat(Commands.NOUNS.named(topic.word()))
                .as("noun of the same name")
                .isNull();
    }

    static List<String> commandLinesOfTopics() {
        List<String> commandLines = new ArrayList<>();
        for (HelpTopic topic : HelpTopic.values()) {
            topic.text().lines().filter(line -> line.startsWith("  orgctl ")).forEach(commandLines::add);
        }
        return commandLines;
    }

    @ParameterizedTest
    @MethodSource("commandLinesOfTopics")
    void examplesOfTopicsParse(String commandLine) {
        assertThat(CommandTreeTest.parsed(commandLine.strip()).verb()).isNotNull();
    }

    @Test
    void everyRuleForKeysIsExplainedAndAccepted() throws IOException {
        orgctl.must("org", "create", "Acme", "--use");
        orgctl.must("project", "create", "Website", "--use");
        Set<String> explained = new HashSet<>();
        Matcher rule = RULE.matcher(HelpTopic.SCHEMA_POLICIES.text());
        while (rule.find()) {
            explained.add(rule.group(2));
            assertThat(setRule(rule.group(1)).exit()).as(rule.group(1)).isZero();
        }
        String hint = setRule("\"unknown\": true").err();
        String known = hint.substring(hint.indexOf("the fields are ") + "the fields are ".length())
                .strip();
        assertThat(known.split(", | and ")).isNotEmpty().allMatch(explained::contains);
    }

    private CliHarness.Outcome setRule(String rule) throws IOException {
        Path file = orgctl.work().resolve("schema.json");
        Files.writeString(file, "{\"properties\": {\"a\": {\"x-orgctl\": {" + rule + "}}}}");
        return orgctl.run("schema", "set", "-f", file.toString());
    }
}
