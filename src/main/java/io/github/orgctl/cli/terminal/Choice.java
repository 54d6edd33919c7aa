package io.github.orgctl.cli.terminal;

import io.github.orgctl.core.model.search.SearchText;

/**
 * An option of a list.
 *
 * @param reference its reference in commands
 * @param isCurrent whether it is currently selected
 */
public record Choice(String reference, String name, boolean isCurrent) {
    /** Its reference and name, normalized for search. */
    String searched() {
        return SearchText.fold(reference + " " + name);
    }
}
