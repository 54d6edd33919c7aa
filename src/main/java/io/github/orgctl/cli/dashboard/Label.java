package io.github.orgctl.cli.dashboard;

import java.util.ArrayList;
import java.util.List;

/** Line of text whose parts differ in style. */
record Label(List<Span> spans) {
    static Label of(String text) {
        return of(text, Style.PLAIN);
    }

    static Label of(String text, Style style) {
        return new Label(List.of(new Span(text, style)));
    }

    /** This label with another part at its end. */
    Label plus(String text, Style style) {
        List<Span> more = new ArrayList<>(spans);
        more.add(new Span(text, style));
        return new Label(more);
    }

    /** Its text without styles. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Span span : spans) {
            text.append(span.text());
        }
        return text.toString();
    }

    /** Number of cells it takes. */
    int width() {
        return Clusters.widthOf(text());
    }
}
