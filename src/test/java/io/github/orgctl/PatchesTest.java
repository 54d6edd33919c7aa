package io.github.orgctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The names by which the build patches libraries still exist in these libraries. */
class PatchesTest {
    private static final Pattern WILDCARD = Pattern.compile("\\*\\*/|\\*\\*|\\*");

    /** A pattern for entries of a library's jar. */
    record Selection(String library, String pattern) {
        boolean finds(String entry) {
            String regex = WILDCARD.matcher(pattern.replace(".", "\\.").replace("$", "\\$"))
                    .replaceAll(wildcard -> switch (wildcard.group()) {
                        case "**/" -> "(.*/)?";
                        case "**" -> ".*";
                        default -> "[^/]*";
                    });
            return entry.matches(regex);
        }

        @Override
        public String toString() {
            return library + ": " + pattern;
        }
    }

    /** The filters of the shaded jar. */
    static Stream<Selection> filters() throws Exception {
        List<Selection> selections = new ArrayList<>();
        for (Element filter : elements(parsed(Path.of("pom.xml")), "filter")) {
            String library = elements(filter, "artifact").get(0).getTextContent();
            for (String kind : List.of("exclude", "include")) {
                for (Element pattern : elements(filter, kind)) {
                    selections.add(
                            new Selection(library.substring(library.indexOf(':') + 1), pattern.getTextContent()));
                }
            }
        }
        return selections.stream().filter(selection -> !selection.library().equals("*"));
    }

    /** The native libraries that are unpacked. */
    static Stream<Selection> unpacked() throws Exception {
        List<Selection> selections = new ArrayList<>();
        for (Element unzip : elements(parsed(Path.of("src/main/launcher/distribution.xml")), "unzip")) {
            String library = unzip.getAttribute("src").replaceAll("[${}]", "");
            elements(unzip, "include")
                    .forEach(each -> selections.add(new Selection(library, each.getAttribute("name"))));
        }
        return selections.stream();
    }

    private static Document parsed(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static List<Element> elements(Node parent, String name) {
        NodeList found = parent instanceof Document document
                ? document.getElementsByTagName(name)
                : ((Element) parent).getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    @ParameterizedTest
    @MethodSource({"filters", "unpacked"})
    void findWhatTheyName(Selection selection) throws IOException {
        try (JarFile jar = new JarFile(library(selection.library()).toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName)).anyMatch(selection::finds);
        }
    }

    /** The only versioned jar on the class path with a name. */
    private static Path library(String name) {
        List<Path> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().matches(Pattern.quote(name) + "-\\d.*\\.jar"))
                .filter(Files::exists)
                .toList();
        assertThat(jars).as(name).hasSize(1);
        return jars.get(0);
    }
}
