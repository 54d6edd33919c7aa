package io.github.orgctl.core.model.search;

import io.github.orgctl.core.model.configuration.Key;
import io.github.orgctl.core.model.organization.Mode;
import io.github.orgctl.core.model.value.Slug;

/**
 * A search result.
 *
 * @param project null for an organization or a member
 * @param mode null unless it is in an environment
 * @param key null unless it is in an environment
 * @param text the name, address, value or note; null for a secret, whose value is never searched or shown
 */
public record Found(Kind kind, Slug organization, Slug project, Mode mode, Key key, String text) {
    /** Kind of search result. */
    public enum Kind {
        ORGANIZATION("organization"),
        PROJECT("project"),
        MEMBER("member"),
        VALUE("value"),
        SECRET("secret"),
        NOTE("note");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** Unique name among the results: results of different kinds may have the same reference. */
    public String item() {
        return kind + ":" + reference();
    }

    /** Reference in commands. */
    public String reference() {
        return switch (kind) {
            case ORGANIZATION -> organization.value();
            case PROJECT -> organization + "/" + project;
            case MEMBER -> organization + "/" + text;
            case VALUE, SECRET, NOTE -> organization + "/" + project + ":" + mode + "/" + key;
        };
    }
}
