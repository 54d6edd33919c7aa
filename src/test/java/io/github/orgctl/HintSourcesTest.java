package io.github.orgctl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.orgctl.cli.app.Commands;
import io.github.orgctl.core.model.value.Advice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Only the command line spells commands and options; lower layers use typed hints. */
class HintSourcesTest {
    private static final Path SOURCES = Path.of("src/main/java/io/github/orgctl");

    /** A string literal, or what only looks like one: a character or a comment. */
    private static final Pattern TOKEN =
            Pattern.compile("\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\])*'|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private static final Pattern COMMAND_LINE = Pattern.compile("\\borgctl |(?<![-\\w])--[a-z]");
    private static final Pattern HINT = Pattern.compile("\\bAdvice\\.([A-Z_]+)\\.of\\(");

    @Test
    void theCoreSpellsNoCommandLine() throws IOException {
        List<String> spelled = new ArrayList<>();
        for (Path file : files("core")) {
            literals(Files.readString(file)).stream()
                    .filter(literal -> COMMAND_LINE.matcher(literal).find())
                    .forEach(literal -> spelled.add(file.getFileName() + ": " + literal));
        }
        assertThat(spelled).isEmpty();
    }

    @Test
    void noOtherLayerBelowSpellsCommands() throws IOException {
        Pattern command = Pattern.compile("\\borgctl ("
                + Arrays.stream(Commands.values()).map(Commands::word).collect(Collectors.joining("|")) + ")\\b");
        List<String> spelled = new ArrayList<>();
        for (Path file : files("store", "schema", "vault")) {
            literals(Files.readString(file)).stream()
                    .filter(literal -> command.matcher(literal).find())
                    .forEach(literal -> spelled.add(file.getFileName() + ": " + literal));
        }
        assertThat(spelled).isEmpty();
    }

    @Test
    void literalsAreToldFromComments() {
        assertThat(literals("// \"a\"\nString b = \"b // \\\" c\"; char d = '\"'; /* \"e\"\n */ f(\"g\");"))
                .containsExactly("\"b // \\\" c\"", "\"g\"");
    }

    @Test
    void everyHintHasTheArgumentsThatItsAdviceDeclares() throws IOException {
        Set<Advice> given = EnumSet.noneOf(Advice.class);
        for (Path file : files("core", "store", "schema", "vault", "cli")) {
            String source = Files.readString(file);
            Matcher hint = HINT.matcher(source);
            while (hint.find()) {
                Advice advice = Advice.valueOf(hint.group(1));
                assertThat(arguments(source.substring(hint.end())))
                        .as(file.getFileName() + ": " + advice)
                        .isEqualTo(advice.arguments().size());
            }
            Stream.of(Advice.values())
                    .filter(advice -> Pattern.compile("\\bAdvice\\." + advice + "\\b")
                            .matcher(source)
                            .find())
                    .forEach(given::add);
        }
        assertThat(given).as("the advice that something gives").containsExactly(Advice.values());
    }

    /** How many arguments a call has whose opening parenthesis stands just before the text. */
    private static int arguments(String text) {
        int depth = 1;
        int commas = 0;
        int i = 0;
        for (; depth > 0; i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            commas += c == ',' && depth == 1 ? 1 : 0;
        }
        return text.substring(0, i - 1).isBlank() ? 0 : commas + 1;
    }

    private static List<String> literals(String source) {
        return TOKEN.matcher(source)
                .results()
                .map(token -> token.group())
                .filter(token -> token.startsWith("\""))
                .toList();
    }

    private static List<Path> files(String... packages) {
        List<Path> files = new ArrayList<>();
        for (String name : packages) {
            try (Stream<Path> all = Files.walk(SOURCES.resolve(name))) {
                all.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return files;
    }
}
