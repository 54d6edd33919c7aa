package io.github.orgctl.docs;

import io.github.orgctl.core.model.configuration.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The documentation as a site that opens from files: the README and docs/ as HTML with one template and a search. Built by
 * {@code mvn -Pdist package} in {@code target/site}.
 */
final class Site {
    private static final List<String> GUIDES = List.of(
            "README.md",
            "docs/concepts.md",
            "docs/context.md",
            "docs/configuration.md",
            "docs/promotion.md",
            "docs/secrets.md",
            "docs/as-code.md",
            "docs/ci.md",
            "docs/dashboard.md",
            "docs/shared-store.md",
            "docs/reference/README.md");

    private Site() {}

    /** Writes the site into the folder that the argument names. */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]));
    }

    static void write(Path folder) throws IOException {
        Set<Path> files = files();
        Map<Path, SitePage> pages = new TreeMap<>();
        for (Path file : files) {
            Path target = folder.resolve(SitePage.target(file).toString());
            Files.createDirectories(target.getParent());
            if (file.toString().endsWith(".md")) {
                pages.put(file, new SitePage(file));
            } else {
                Files.write(target, Files.readAllBytes(file));
            }
        }
        String template = resource("template.html");
        for (SitePage page : pages.values()) {
            Files.writeString(folder.resolve(page.target()), page(template, page, pages, files));
        }
        for (String file : List.of("style.css", "search.js")) {
            Files.writeString(folder.resolve(file), resource(file));
        }
        Files.writeString(folder.resolve("search-index.js"), index(pages.values()));
    }

    /** Everything in docs/ but the manual pages, and the README. */
    private static Set<Path> files() throws IOException {
        Set<Path> files = new TreeSet<>(List.of(Path.of("README.md")));
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            docs.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith("docs/man"))
                    .forEach(files::add);
        }
        return files;
    }

    private static String page(String template, SitePage page, Map<Path, SitePage> pages, Set<Path> files) {
        String root = "../".repeat(page.target().getNameCount() - 1);
        StringBuilder navigation = new StringBuilder();
        for (String guide : GUIDES) {
            SitePage other = pages.get(Path.of(guide));
            boolean isCurrent = other.target().equals(page.target());
            navigation
                    .append("<a href=\"")
                    .append(root)
                    .append(other.target())
                    .append(isCurrent ? "\" aria-current=\"page\">" : "\">")
                    .append(escaped(other.title()))
                    .append("</a>\n");
        }
        return template.replace("{{title}}", escaped(page.title()))
                .replace("{{root}}", root)
                .replace("{{navigation}}", navigation)
                .replace("{{content}}", page.html(files));
    }

    /** A script rather than JSON, which a page that was opened from a file could not load. */
    private static String index(Collection<SitePage> pages) {
        StringBuilder index = new StringBuilder("var searchIndex = [\n");
        for (SitePage page : pages) {
            index.append('[')
                    .append(Value.json(page.target().toString()))
                    .append(',')
                    .append(Value.json(page.title()))
                    .append(',')
                    .append(Value.json(page.text()))
                    .append("],\n");
        }
        return index.append("];\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Site.class.getResourceAsStream("/site/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
