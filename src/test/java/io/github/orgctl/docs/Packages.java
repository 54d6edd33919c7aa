package io.github.orgctl.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The packages with what they say of themselves, as a table in Markdown. */
final class Packages {
    private static final Path ROOT = Path.of("src/main/java/io/github/orgctl");

    private Packages() {}

    static String table() {
        StringBuilder table = new StringBuilder("| package | contents |\n|---|---|\n");
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(path -> path.endsWith("package-info.java"))
                    .sorted(Comparator.comparing(Path::getParent))
                    .toList()) {
                table.append(row(file));
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return table.toString();
    }

    private static String row(Path file) throws IOException {
        String name =
                ROOT.relativize(file.getParent()).toString().replace('/', '.').replaceAll("^$", "io.github.orgctl");
        String source = Files.readString(file);
        String text = source.substring(source.indexOf("/**") + 3, source.indexOf("*/"));
        String plain = text.replaceAll("\n \\*", " ")
                .replaceAll("\\s+", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link ([^}]*)}", "`$1`")
                .replaceAll("<p>", "")
                .strip();
        return "| `" + name + "` | " + plain + " |\n";
    }
}
