package io.github.orgctl.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.shape.HintSpelling;
import io.github.orgctl.cli.verb.GlobalOptions;
import io.github.orgctl.cli.verb.Invocation;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Verb;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.organization.Role;
import io.github.orgctl.core.model.promotion.Gate;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Hint;
import io.github.orgctl.script.ShellWords;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands and options named in hints exist and parse. */
class HintSpellingTest {
    /** A command goes on to the end of the hint, or to the next proposal. */
    private static final Pattern COMMAND = Pattern.compile("orgctl .*?(?=, or |$)");

    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

    private static final Map<String, String> PLACEHOLDERS = Map.of(
            "EMAIL", "ann@example.com",
            "KEY", "api.url",
            "NAME", "ci",
            "ORG", "acme",
            "PROJECT", "website");

    @ParameterizedTest
    @EnumSource(Advice.class)
    void namesWhatExists(Advice advice) {
        String spelled = HintSpelling.of(sample(advice));
        assertThat(spelled).matches("\\S.*\\S").doesNotContain("null");
        Matcher commands = COMMAND.matcher(spelled);
        while (commands.find()) {
            assertParses(commands.group());
        }
        List<String> options = OPTION.matcher(spelled.replaceAll(COMMAND.pattern(), ""))
                .results()
                .map(match -> match.group())
                .toList();
        assertThat(optionNames())
                .as("the options of one command, of those that take %s", options)
                .anyMatch(names -> names.containsAll(options));
    }

    private static void assertParses(String commandLine) {
        List<String> words = new ArrayList<>(ShellWords.of(commandLine).words());
        words.replaceAll(HintSpellingTest::filledIn);
        Invocation invocation = Invocation.of(words.toArray(new String[0]), Commands.NOUNS);
        assertThat(invocation.verb()).as(commandLine).isNotNull();
        if (!invocation.wantsHelp()) {
            new CommandLineParser(invocation).parse();
        }
    }

    private static String filledIn(String word) {
        String filled = word;
        for (Map.Entry<String, String> placeholder : PLACEHOLDERS.entrySet()) {
            filled = filled.replaceAll("\\b" + placeholder.getKey() + "\\b", placeholder.getValue());
        }
        return filled;
    }

    /** Of each command, with those that every command has. */
    private static List<List<String>> optionNames() {
        List<List<String>> all = new ArrayList<>();
        for (Noun noun : Commands.NOUNS.allNested()) {
            for (Verb verb : noun.verbs()) {
                List<String> names = new ArrayList<>();
                verb.parameters().forEach(parameter -> names.addAll(parameter.names()));
                new GlobalOptions().all().forEach(parameter -> names.addAll(parameter.names()));
                all.add(names);
            }
        }
        return all;
    }

    private static Hint sample(Advice advice) {
        return advice.of(
                advice.arguments().stream().map(HintSpellingTest::sample).toArray());
    }

    private static Object sample(Advice.Argument argument) {
        return switch (argument) {
            case ACTION -> Action.CONFIG_SET;
            case CURRENCY -> "EUR";
            case DAY -> "2026-12-01";
            // Needs quotes in a shell.
            case EMAIL -> "o'brien@example.com";
            case ENVIRONMENT -> "acme/website:live";
            case FILE -> "my store.db";
            case GATES -> EnumSet.allOf(Gate.class);
            case ID -> "7b0c6a52-3f0e-4d6e-9a51-0c3f2f6f9e11";
            case KEY -> "api.url";
            case MODE -> "live";
            case MONTH -> "2026-11";
            case NUMBER -> 4;
            case ORGANIZATION, SLUG -> "acme";
            case PLAN -> "team";
            case PROJECT -> "acme/website";
            case ROLE -> Role.ADMIN;
        };
    }

    @Test
    void stepsAreJoinedAndAlternativesStandOneALine() {
        Hint accept = Advice.ACCEPT_INVITATION.of();
        Hint lower = Advice.LOWER_LIVE_WRITES.of("acme", Role.DEVELOPER);
        assertThat(HintSpelling.ofAlternatives(List.of(List.of(accept, lower), List.of(lower))))
                .isEqualTo("orgctl invite accept && orgctl org update acme --live-writes developer\n"
                        + "orgctl org update acme --live-writes developer");
        assertThat(HintSpelling.ofAlternatives(List.of())).isNull();
    }

    @Test
    void wordsStayAsTheyAre() {
        assertThat(HintSpelling.of(Hint.words("choose another"))).isEqualTo("choose another");
        assertThat(HintSpelling.of(Hint.words(null))).isNull();
    }
}
