package io.github.orgctl.cli.settings;

import io.github.orgctl.core.model.value.Sha256;

/**
 * Something that a user has allowed: a settings file to choose the store and who acts, or a store to use a reference.
 *
 * @param place the file's absolute path, or the store's location
 * @param digest SHA-256 of the file's content, or of the reference
 * @param allows what it allows, for people
 */
public record Grant(Kind kind, String place, String digest, String allows) {
    /** Kinds of grants. */
    public enum Kind {
        SETTINGS("settings"),
        REFERENCE("reference");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        static Kind named(String word) {
            return word.equals(SETTINGS.word) ? SETTINGS : REFERENCE;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** The name under which it is kept: the same for the same kind, place and digest, and for no other. */
    String name() {
        return Sha256.of(kind + "\0" + place + "\0" + digest);
    }
}
