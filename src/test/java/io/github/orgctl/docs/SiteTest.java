package io.github.orgctl.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {
    private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    @TempDir
    Path folder;

    private Path site;

    @BeforeEach
    void write() throws IOException {
        site = folder.resolve("site");
        Site.write(site);
    }

    private static List<Path> files(Path site) throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private List<Path> pages() throws IOException {
        return files(site).stream()
                .filter(file -> file.toString().endsWith(".html"))
                .toList();
    }

    @Test
    void everyLinkLeadsToAFileAndAnAnchor() throws IOException {
        int checked = 0;
        for (Path page : pages()) {
            Matcher reference = REFERENCE.matcher(Files.readString(page));
            while (reference.find()) {
                String target = reference.group(1);
                if (!target.startsWith("https://")) {
                    assertLeadsSomewhere(page, target);
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(500);
    }

    private static void assertLeadsSomewhere(Path page, String target) throws IOException {
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        Path file = path.isEmpty() ? page : page.resolveSibling(path).normalize();
        assertThat(file).as("link in %s to %s", page, target).isRegularFile();
        if (hash >= 0) {
            assertThat(file).as("link in %s", page).content().contains("id=\"" + target.substring(hash + 1) + "\"");
        }
    }

    @Test
    void everyPageIsInTheSearchIndex() throws IOException {
        String index = Files.readString(site.resolve("search-index.js"));
        for (Path page : pages()) {
            assertThat(index).contains("[\"" + site.relativize(page) + "\",");
        }
    }

    @Test
    void commentsAreLeftOut() throws IOException {
        for (Path page : pages()) {
            assertThat(page).content().doesNotContain("<!-- ", "&lt;!-- ");
        }
    }

    @Test
    void twoBuildsHaveTheSameBytes() throws IOException {
        Path again = folder.resolve("again");
        Site.write(again);
        assertThat(files(again)).hasSameSizeAs(files(site));
        for (Path file : files(site)) {
            assertThat(again.resolve(site.relativize(file).toString())).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void anchorsAreThoseOfGitHub() {
        Anchors anchors = new Anchors();
        assertThat(Stream.of("Errors", "Errors", "Errors-1", "Foo & Bar", "a_b").map(anchors::next))
                .containsExactly("errors", "errors-1", "errors-1-1", "foo--bar", "a_b");
    }
}
