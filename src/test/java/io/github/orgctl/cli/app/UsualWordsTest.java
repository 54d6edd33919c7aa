package io.github.orgctl.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.verb.Example;
import io.github.orgctl.cli.verb.Invocation;
import io.github.orgctl.script.ShellWords;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What it takes, picocli takes alike; what picocli refuses, it declines. */
class UsualWordsTest {
    private static final List<String> VALUES = List.of(
            "acme",
            "acme/web:live",
            "a=b",
            "a=",
            "=",
            "",
            " ",
            "-",
            "json",
            "1",
            "true",
            "é",
            "@file",
            "${x}",
            "'q'",
            "\"q\"",
            "o",
            "x--y",
            "help",
            "a,b");
    private static final List<String> ODD = List.of(
            "--", "-x", "-1", "--frobnicate", "--frobnicate=1", "-ojson", "-o=json", "---", "--=", "-=", "-hx", "-oh");

    /** The words of a command, without its own. */
    record Line(String command, List<String> words) {
        /** The same command with its parameters not given yet. */
        Invocation invocation() {
            return Invocation.of(command.split(" "), Commands.NOUNS);
        }
    }

    @Provide
    Arbitrary<Line> ordinary() {
        return commands().flatMap(command -> Combinators.combine(
                        words(ordinaryWords(command), 4), words(ordinaryWords(command), 4))
                .as((before, behind) -> new Line(command, joined(before, required(command), behind))));
    }

    @Provide
    Arbitrary<Line> any() {
        return commands().flatMap(command -> words(anyWords(command), 6).map(words -> new Line(command, words)));
    }

    private static Arbitrary<String> commands() {
        return Arbitraries.of(
                CommandTreeTest.commands().map(CommandTreeTest.Command::name).toList());
    }

    /** Some pieces of a line, each a word or an option with its value. */
    private static Arbitrary<List<String>> words(Arbitrary<List<String>> pieces, int most) {
        return pieces.list()
                .ofMaxSize(most)
                .map(list -> list.stream().flatMap(List::stream).toList());
    }

    private static Arbitrary<List<String>> ordinaryWords(String command) {
        Arbitrary<Parameter<?>> options = Arbitraries.of(
                parameters(command).stream().filter(Parameter::isOption).toList());
        Arbitrary<String> values = Arbitraries.of(VALUES);
        Arbitrary<List<String>> arguments = values.map(List::of);
        Arbitrary<List<String>> apart = options.flatMap(option -> Combinators.combine(
                        Arbitraries.of(option.names()), values)
                .as((name, value) -> option.kind() == Parameter.Kind.FLAG ? List.of(name) : List.of(name, value)));
        Arbitrary<List<String>> joined = options.flatMap(option -> Combinators.combine(
                        Arbitraries.of(option.names()), values)
                .as((name, value) -> List.of(option.kind() == Parameter.Kind.FLAG ? name : name + "=" + value)));
        return Arbitraries.frequencyOf(Tuple.of(1, arguments), Tuple.of(3, apart), Tuple.of(3, joined));
    }

    private static Arbitrary<List<String>> anyWords(String command) {
        List<String> words = new ArrayList<>(VALUES);
        words.addAll(ODD);
        for (Parameter<?> parameter : parameters(command)) {
            if (parameter.isOption()) {
                for (String name : parameter.names()) {
                    words.addAll(List.of(name, name, name + "=true", name + "=", name + "x", name.substring(0, 2)));
                }
            }
        }
        return Arbitraries.of(words).map(List::of);
    }

    /** Words that give each required parameter a value. */
    private static List<String> required(String command) {
        List<String> words = new ArrayList<>();
        for (Parameter<?> parameter : parameters(command)) {
            if (parameter.isMandatory() && parameter.kind() != Parameter.Kind.COMMAND) {
                if (parameter.isOption()) {
                    words.add(parameter.name());
                }
                words.add("x");
            }
        }
        return words;
    }

    private static List<String> joined(List<String> before, List<String> required, List<String> behind) {
        List<String> words = new ArrayList<>(before);
        words.addAll(required);
        words.addAll(behind);
        return words;
    }

    private static List<Parameter<?>> parameters(String command) {
        return parameters(Invocation.of(command.split(" "), Commands.NOUNS));
    }

    private static List<Parameter<?>> parameters(Invocation invocation) {
        List<Parameter<?>> parameters = new ArrayList<>(invocation.verb().parameters());
        parameters.addAll(invocation.options().all());
        return parameters;
    }

    @Property(tries = 2000)
    void agreesOnOrdinaryLines(@ForAll("ordinary") Line line) {
        assertAgrees(line);
    }

    @Property(tries = 2000)
    void agreesOnAnyWords(@ForAll("any") Line line) {
        assertAgrees(line);
    }

    private static void assertAgrees(Line line) {
        Invocation usual = line.invocation();
        if (!UsualWords.assign(parameters(usual), line.words())) {
            assertThat(texts(usual)).containsOnly("not given");
            return;
        }
        Invocation model = line.invocation();
        new CommandLineParser(model).parseByModel(line.words());
        assertThat(texts(usual)).isEqualTo(texts(model));
    }

    private static List<String> texts(Invocation invocation) {
        List<String> texts = new ArrayList<>();
        for (Parameter<?> parameter : parameters(invocation)) {
            List<String> several = parameter.get();
            String text = several == null ? parameter.text() : String.join("\n", several);
            texts.add(parameter.isGiven() ? "given: " + text : "not given");
        }
        return texts;
    }

    /** Otherwise the properties above would hold for one that declines everything. */
    @ParameterizedTest
    @MethodSource("io.github.orgctl.cli.app.CommandTreeTest#commands")
    void takesTheExamples(CommandTreeTest.Command command) {
        for (Example example : command.verb().examples()) {
            List<String> words = ShellWords.of(ExamplesTest.ownPart(example)).words();
            if (words.contains("--version")) {
                continue;
            }
            Invocation invocation = Invocation.of(words.toArray(new String[0]), Commands.NOUNS);
            if (parameters(invocation).stream()
                    .anyMatch(each -> each.isValueOptional() && words.contains(each.name()))) {
                continue;
            }
            List<String> rest = invocation.rest();
            int end = rest.indexOf("--");
            assertThat(UsualWords.assign(parameters(invocation), end < 0 ? rest : rest.subList(0, end)))
                    .as(example.commandLine())
                    .isTrue();
        }
    }
}
