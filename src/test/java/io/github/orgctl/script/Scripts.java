package io.github.orgctl.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** The scripts there are, as tests: one for each file, in a container for each folder. */
public final class Scripts {
    public static final Path FOLDER = Path.of("src/test/resources/scripts").toAbsolutePath();

    private Scripts() {}

    /**
     * @param scratch a folder for the scripts to leave things in
     * @param engine what holds the store; scripts about another are left out
     * @param makeMachine makes a machine that has a folder to itself
     */
    public static Stream<DynamicNode> on(Path scratch, Script.Engine engine, Function<Path, Machine> makeMachine) {
        return children(FOLDER).stream().map(folder -> container(folder, scratch, engine, makeMachine));
    }

    private static DynamicNode container(
            Path folder, Path scratch, Script.Engine engine, Function<Path, Machine> makeMachine) {
        Stream<DynamicTest> tests = children(folder).stream()
                .map(Scripts::read)
                .filter(script -> script.isFor(engine))
                .map(script -> DynamicTest.dynamicTest(
                        script.file().getFileName().toString(),
                        script.file().toUri(),
                        () -> new ScriptRun(script, makeMachine.apply(ownFolder(scratch, script.file()))).toItsEnd()));
        return DynamicContainer.dynamicContainer(folder.getFileName().toString(), tests);
    }

    private static Path ownFolder(Path scratch, Path script) throws IOException {
        String name = FOLDER.relativize(script).toString().replace(".txt", "");
        return Files.createDirectories(scratch.resolve(name)).toRealPath();
    }

    private static Script read(Path file) {
        try {
            return Script.read(file);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
