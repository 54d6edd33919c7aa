package io.github.orgctl.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.Commands;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    /** A statement is only closed with an option. */
    private static boolean isChange(String command) {
        Noun noun = Commands.NOUNS.named(command.split(" ")[0]);
        return (noun.isCommand() || command.contains(" "))
                && !command.equals("billing statement")
                && Commands.NOUNS.command(command).changesStore();
    }
}
