package io.github.orgctl.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be told of the pages without running anything. */
class PagesTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|href)=\"([^\"]+)\"");
    private static final Pattern ADDRESS = Pattern.compile("https?://([^/:\\s)\"'`]+)");
    private static final Pattern PATH = Pattern.compile("(?<![\\w/.~$-])(?:src|docs|completions|\\.ci)/[\\w./-]*\\w");
    private static final List<String> LANGUAGES =
            List.of("console", "sh", "zsh", "fish", "text", "json", "java", "sql", "toml", "yaml");

    static List<Path> everyPage() throws IOException {
        List<Path> pages = new ArrayList<>(Block.pages());
        try (Stream<Path> reference = Files.list(Path.of("docs/reference"))) {
            reference.sorted().forEach(pages::add);
        }
        return pages;
    }

    static List<Path> writtenPages() throws IOException {
        return Block.pages();
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void everyLinkLeadsSomewhere(Path page) throws IOException {
        Matcher link = LINK.matcher(Files.readString(page));
        while (link.find()) {
            String target = link.group(1) == null ? link.group(2) : link.group(1);
            // What starship puts a style in looks like a link.
            if (target.contains("://") || target.startsWith("$")) {
                continue;
            }
            int hash = target.indexOf('#');
            String file = hash < 0 ? target : target.substring(0, hash);
            Path path = file.isEmpty() ? page : page.resolveSibling(file).normalize();
            assertThat(path).as("link in %s to %s", page, target).exists();
            if (hash >= 0) {
                assertThat(anchors(path)).as("link in %s to %s", page, target).contains(target.substring(hash + 1));
            }
        }
    }

    /** Packages come from wherever the reader's tools are set up to take them, so no page names such a host. */
    @ParameterizedTest
    @MethodSource("everyPage")
    void onlyExamplesAreNamedAsHosts(Path page) throws IOException {
        Matcher address = ADDRESS.matcher(Files.readString(page));
        while (address.find()) {
            if (address.group(1).startsWith("$")) {
                continue;
            }
            assertThat(address.group(1)).as("host in %s", page).endsWith("example.com");
        }
    }

    @ParameterizedTest
    @MethodSource("writtenPages")
    void everyBlockSaysWhatItIs(Path page) throws IOException {
        for (Block block : Block.of(page)) {
            assertThat(block.language()).as(block.where()).isIn(LANGUAGES);
        }
    }

    @ParameterizedTest
    @MethodSource("writtenPages")
    void everyFileOfTheRepositoryThatIsNamedExists(Path page) throws IOException {
        Matcher path = PATH.matcher(Files.readString(page));
        while (path.find()) {
            assertThat(Path.of(path.group())).as("named in %s", page).exists();
        }
    }

    @Test
    void theReadmeIsRun() throws IOException {
        long commands = Block.of(Path.of("README.md")).stream()
                .filter(block -> block.run() && block.language().equals("console"))
                .mapToLong(block -> block.commands().size())
                .sum();
        assertThat(commands).isGreaterThan(20);
    }

    private static List<String> anchors(Path page) throws IOException {
        Anchors anchors = new Anchors();
        List<String> names = new ArrayList<>();
        for (String line : Files.readAllLines(page)) {
            if (line.startsWith("#")) {
                names.add(anchors.next(line.replaceFirst("^#+ ", "")));
            }
        }
        return names;
    }
}
