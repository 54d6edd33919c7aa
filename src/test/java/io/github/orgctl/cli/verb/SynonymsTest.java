package io.github.orgctl.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.CliHarness;
import io.github.orgctl.cli.app.Commands;
import io.github.orgctl.cli.parameter.Parameter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SynonymsTest {
    private static final Set<String> READS = Set.of(
            "ls",
            "list",
            "get",
            "show",
            "describe",
            "info",
            "view",
            "cat",
            "read",
            "find",
            "log",
            "logs",
            "events",
            "whoami",
            "diff",
            "compare",
            "history",
            "usage",
            "export",
            "check",
            "verify",
            "why",
            "can");

    static Stream<List<String>> rows() {
        return Synonyms.rows().stream().map(Arrays::asList);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void leadToCommandsThatExist(List<String> row) {
        assertThat(Commands.NOUNS.named(row.get(0))).isNull();
        for (String command : row.subList(1, row.size())) {
            String[] words = command.split(" ");
            Noun noun = Commands.NOUNS.named(words[0]);
            assertThat(noun).describedAs(command).isNotNull();
            for (int i = 1; i < words.length; i++) {
                boolean last = i == words.length - 1;
                assertThat(noun.noun(words[i]) != null || last && noun.verb(words[i]) != null)
                        .describedAs(command)
                        .isTrue();
                noun = last ? noun : noun.noun(words[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void neverLeadFromReadingToAChange(List<String> row) {
        String[] words = row.get(0).split(" ");
        if (READS.contains(words[words.length - 1])) {
            for (String command : row.subList(1, row.size())) {
                assertThat(isChange(command))
                        .describedAs(row.get(0) + ": " + command)
                        .isFalse();
            }
        }
    }

    @Test
    void neverLeadFromReadingToAChangeBehindAnyNoun() {
        for (Noun noun : Commands.NOUNS.allNested()) {
            for (String word : READS) {
                for (String command : noun.verb(word) == null ? Synonyms.of(noun, word) : new String[0]) {
                    assertThat(isChange(command))
                            .describedAs(noun.name() + " " + word + ": " + command)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void leadToOptionsThatSomeCommandHasAndWouldNotBeSuggestedAnyway() {
        Set<String> options = Commands.NOUNS.allNested().stream()
                .flatMap(noun -> noun.verbs().stream())
                .flatMap(verb -> verb.parameters().stream())
                .filter(Parameter::isOption)
                .flatMap(parameter -> parameter.names().stream())
                .collect(Collectors.toSet());
        new GlobalOptions().all().forEach(option -> options.addAll(option.names()));
        for (String[] row : Synonyms.options()) {
            for (String instead : Arrays.asList(row).subList(1, row.length)) {
                assertThat(options).contains(instead.split(" ")[0]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--json,         org list,               did you mean -o json?",
        "--organization, project list,           did you mean --org?",
        "--reason,       config set a=1,         did you mean --message?",
        "-y,             org delete acme,        did you mean --confirm?",
        "-f,             project rm web,         did you mean --confirm?",
        "-rf,            project rm web,         did you mean --confirm?",
        "--actor,        org list,               did you mean --as?",
        "--role,         org list,               see: orgctl org list --help",
    })
    void leadFromAnOptionOfAnotherTool(String option, String command, String hint, @TempDir Path folder) {
        String[] line = (command + " " + option).split(" ");
        CliHarness.Outcome outcome = new CliHarness(folder).run(line);
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("unknown option '" + option + "'").contains("hint: " + hint);
    }

    /** Such an alias would never be used, or hide what the word means. */
    @Test
    void areNoNamesOfAliasesAndNeitherAreCommands(@TempDir Path folder) {
        CliHarness orgctl = new CliHarness(folder);
        Stream<String> nouns = Commands.NOUNS.all().stream()
                .flatMap(noun -> Stream.of(noun.name(), noun.name() + "s"))
                .filter(name -> Commands.NOUNS.named(name) != null);
        Stream<String> synonyms = rows().map(row -> row.get(0)).filter(word -> !word.contains(" "));
        for (String word : Stream.concat(nouns, synonyms).toList()) {
            CliHarness.Outcome outcome = orgctl.run("alias", "set", word, "org list");
            assertThat(outcome.exit()).as(word).isEqualTo(2);
            assertThat(outcome.err()).contains("'" + word + "' is ");
        }
        assertThat(orgctl.run("alias", "set", "whoami", "org list").err()).contains("it already suggests 'status'");
    }

    /** {@code billing statement} changes the store only with an option. */
    private static boolean isChange(String command) {
        Noun noun = Commands.NOUNS.named(command.split(" ")[0]);
        return (noun.isCommand() || command.contains(" "))
                && !command.equals("billing statement")
                && Commands.NOUNS.command(command).changesStore();
    }
}
