package io.github.orgctl.docs;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Anchors of a page's headings, as GitHub makes them. */
final class Anchors {
    private final Set<String> taken = new HashSet<>();

    /** The anchor of the page's next heading. A number tells headings apart that would have the same one. */
    String next(String heading) {
        String name = heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
        String anchor = name;
        for (int i = 1; !taken.add(anchor); i++) {
            anchor = name + "-" + i;
        }
        return anchor;
    }
}
