package io.github.orgctl.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.shape.Field;
import io.github.orgctl.cli.verb.Example;
import io.github.orgctl.cli.verb.GlobalOptions;
import io.github.orgctl.cli.verb.Invocation;
import io.github.orgctl.cli.verb.ListVerb;
import io.github.orgctl.cli.verb.LocalVerb;
import io.github.orgctl.cli.verb.Noun;
import io.github.orgctl.cli.verb.Verb;
import io.github.orgctl.cli.verb.change.DeleteVerb;
import io.github.orgctl.cli.verb.change.RestoreVerb;
import io.github.orgctl.script.ShellWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Requirements that every command must meet. */
class CommandTreeTest {
    private static final String KEBAB_CASE = "[a-z]+(-[a-z]+)*";
    private static final Path REFERENCE = Path.of("docs/reference");

    /** One verb of one noun. */
    record Command(Noun noun, Verb verb) {
        String name() {
            return noun.nameOf(verb);
        }

        List<String> optionNames() {
            List<String> names = new ArrayList<>();
            for (Parameter<?> parameter : verb.parameters()) {
                if (parameter.isOption()) {
                    names.addAll(parameter.names());
                }
            }
            return names;
        }

        @Override
        public String toString() {
            return name();
        }
    }

    static Stream<Command> commands() {
        return Commands.NOUNS.allNested().stream()
                .flatMap(noun -> noun.verbs().stream().map(verb -> new Command(noun, verb)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isDescribed(Command command) {
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(command.verb().summary()).matches("[A-Z].{5,75}[^.\\s]");
        softly.assertThat(command.verb().details()).matches("|['A-Z].*\\.");
        for (Parameter<?> parameter : command.verb().parameters()) {
            softly.assertThat(parameter.description()).as(parameter.name()).matches("[A-Z].*[^.]");
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void hasExamplesThatParse(Command command) {
        List<Example> examples = command.verb().examples();
        // Withdrawing and retiring a price plan have no third use.
        assertThat(examples).hasSizeGreaterThanOrEqualTo(command.optionNames().size() > 2 ? 3 : 2);
        assertThat(examples).hasSizeLessThanOrEqualTo(4);
        assertThat(examples).extracting(Example::commandLine).doesNotHaveDuplicates();
        SoftAssertions softly = new SoftAssertions();
        for (Example example : examples) {
            softly.assertThat(example.caption()).matches("[A-Z].*[^.]").hasSizeLessThanOrEqualTo(76);
            softly.assertThat(example.commandLine()).hasSizeLessThanOrEqualTo(90);
            // `orgctl --version` is answered before any command is looked for.
            if (!example.commandLine().equals("orgctl --version")) {
                softly.assertThat(parsed(ExamplesTest.ownPart(example)).name()).isEqualTo("orgctl " + command.name());
            }
        }
        softly.assertAll();
    }

    static Invocation parsed(String commandLine) {
        String[] words = ShellWords.of(commandLine).words().toArray(new String[0]);
        Invocation invocation = Invocation.of(words, Commands.NOUNS);
        new CommandLineParser(invocation).parse();
        return invocation;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void takesTheOptionsOfItsKind(Command command) {
        SoftAssertions softly = new SoftAssertions();
        // A start file of a shell is as dear to its owner as a store.
        boolean changes = command.verb().changesStore() || command.name().equals("completion install");
        owes(softly, command, changes, "--dry-run");
        owes(
                softly,
                command,
                command.verb() instanceof DeleteVerb || command.verb() instanceof RestoreVerb,
                "--confirm");
        // Versions of a secret are no trash with a verb to restore it from.
        boolean purges = command.verb() instanceof DeleteVerb || command.name().equals("secret unset");
        owes(softly, command, purges, "--purge");
        owes(softly, command, command.verb() instanceof ListVerb, "--limit", "--after");
        softly.assertAll();
        switch (command.verb().name()) {
            case "list" -> {
                // The user's own files hold no more than fits on a screen or two.
                if (!(command.verb() instanceof LocalVerb)) {
                    assertThat(command.optionNames()).contains("--limit", "--after");
                }
            }
            case "create" -> assertThat(command.optionNames()).contains("--if-not-exists");
            case "update", "move" -> assertThat(command.optionNames()).contains("--if-revision");
            default -> {}
        }
    }

    /** Verbs of a kind have its options, and no other verb has them. */
    private static void owes(SoftAssertions softly, Command command, boolean isOfKind, String... options) {
        if (isOfKind) {
            softly.assertThat(command.optionNames()).contains(options);
        } else {
            softly.assertThat(command.optionNames()).doesNotContain(options);
        }
    }

    static Stream<Command> deletions() {
        return commands().filter(command -> command.verb() instanceof DeleteVerb);
    }

    /** What a verb declares to go to the trash can be listed there and brought back. */
    @ParameterizedTest
    @MethodSource("deletions")
    void bringsBackWhatGoesToTheTrash(Command command) {
        assertThat(command.optionNames()).contains("--if-exists");
        assertThat(command.noun().verbs()).extracting(Verb::name).contains("restore");
        assertThat(command.noun().verbs())
                .filteredOn(ListVerb.class::isInstance)
                .isNotEmpty()
                .allMatch(
                        list -> new Command(command.noun(), list).optionNames().contains("--deleted"));
        assertThat(command.verb().shape().fields()).extracting(Field::jsonName).contains("deletedAt");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void namesNothingTwice(Command command) {
        List<String> names = command.optionNames();
        for (Parameter<?> parameter : new GlobalOptions().all()) {
            names.addAll(parameter.names());
        }
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("-[a-zA-Z]|--" + KEBAB_CASE));
        assertThat(command.name()).matches(KEBAB_CASE + "( " + KEBAB_CASE + ")*");
        if (command.verb().shape() != null) {
            assertThat(command.verb().shape().fields().stream().map(Field::jsonName))
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .allMatch(field -> field.matches("[a-z][a-zA-Z]*"));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpsWithoutTouchingAnything(Command command, @TempDir Path folder) throws IOException {
        CliHarness orgctl = new CliHarness(folder);
        List<String> words = new ArrayList<>(Arrays.asList(command.name().split(" ")));
        words.add("--help");
        CliHarness.Outcome help = orgctl.run(words.toArray(new String[0]));
        assertThat(help.exit()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).startsWith(command.verb().summary() + ".\n");
        List<String> owed = command.optionNames();
        owed.add("orgctl " + command.name());
        assertThat(help.out()).contains(owed);
        assertThat(orgctl.home()).isEmptyDirectory();
        assertThat(orgctl.work()).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource(Commands.class)
    void isRegisteredByItsOwnName(Commands registered) {
        Noun noun = Commands.NOUNS.named(registered.word());
        assertThat(noun.name()).isEqualTo(registered.word());
        assertThat(noun.summary()).matches("[A-Z].{5,75}[^.\\s]");
        assertThat(noun.verbs()).isNotEmpty();
        assertThat(Commands.NOUNS.alias(noun.name())).isEqualTo(registered.alias());
        if (registered.alias() != null) {
            assertThat(Commands.NOUNS.named(registered.alias()).name()).isEqualTo(noun.name());
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void standsInTheReference(Command command) throws IOException {
        String page = Files.readString(REFERENCE.resolve(command.noun().name().split(" ")[0] + ".md"));
        List<String> owed = command.optionNames();
        owed.add("orgctl " + command.name());
        owed.add(command.verb().summary());
        assertThat(page).contains(owed);
    }

    @Test
    void referenceHasNoPageTooMany() throws IOException {
        try (Stream<Path> pages = Files.list(REFERENCE)) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .filteredOn(name -> !List.of("README", "index", "global-options", "topics", "exit-codes")
                            .contains(name))
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(Commands.values()).map(Commands::word).toList());
        }
    }
}
