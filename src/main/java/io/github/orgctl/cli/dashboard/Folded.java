package io.github.orgctl.cli.dashboard;

import io.github.orgctl.core.model.search.SearchText;

/** Comparison of texts regardless of case and of how accents are encoded. */
final class Folded {
    private static final int LONGEST = 1000;

    private Folded() {}

    /** Whether a text contains another; every text contains the empty one. */
    static boolean contains(String text, String part) {
        return part.isEmpty()
                || part.length() <= LONGEST && SearchText.parse(part).isIn(text);
    }
}
