package io.github.orgctl.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** A page of the documentation site: one Markdown file as HTML, with links to other pages of the site. */
final class SitePage {
    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());

    private final Path source;
    private final Node document;
    private final Anchors anchors = new Anchors();

    /**
     * @param source in the repository
     */
    SitePage(Path source) throws IOException {
        this.source = source;
        this.document = Parser.builder().extensions(TABLES).build().parse(Files.readString(source));
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlBlock comment) {
                comment.unlink();
            }
        });
    }

    /** Location in the site: the README is its start, and docs/ its root. */
    static Path target(Path source) {
        String path = source.toString().replaceFirst("^docs/", "").replaceFirst("\\.md$", ".html");
        return Path.of(path.equals("README.html") ? "index.html" : path);
    }

    Path target() {
        return target(source);
    }

    /** The first heading. */
    String title() {
        return text(document.getFirstChild());
    }

    /** The words of the page, for the search. */
    String text() {
        return text(document).replaceAll("\\s+", " ");
    }

    private static String text(Node node) {
        return TextContentRenderer.builder().extensions(TABLES).build().render(node);
    }

    /**
     * The page's content as HTML.
     *
     * @param files of the repository that are part of the site; links to others become plain text
     */
    String html(Set<Path> files) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                link.setDestination(destination(link.getDestination(), files));
                if (link.getDestination() == null) {
                    unwrap(link);
                }
            }

            @Override
            public void visit(Image image) {
                image.setDestination(destination(image.getDestination(), files));
            }
        });
        return HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (node instanceof Heading && tag.startsWith("h")) {
                        attributes.put("id", anchors.next(text(node)));
                    }
                })
                .build()
                .render(document);
    }

    private static void unwrap(Node link) {
        for (Node child = link.getFirstChild(); child != null; ) {
            Node next = child.getNext();
            link.insertBefore(child);
            child = next;
        }
        link.unlink();
    }

    /** The link's target relative to this page; null if the site does not have it. */
    private String destination(String destination, Set<Path> files) {
        if (destination.contains("://") || destination.startsWith("#")) {
            return destination;
        }
        int hash = destination.indexOf('#');
        String path = hash < 0 ? destination : destination.substring(0, hash);
        Path file = source.resolveSibling(path).normalize();
        if (!files.contains(file)) {
            return null;
        }
        Path folder = target().getParent();
        Path relative = (folder == null ? Path.of("") : folder).relativize(target(file));
        return relative + (hash < 0 ? "" : destination.substring(hash));
    }
}
