package io.github.orgctl.core.model.configuration;

import java.util.Locale;

/** Kind of storage of a secret's value. */
public enum SecretKind {
    /** In the store, encrypted. */
    VALUE,
    /** In an environment variable. */
    ENV,
    /** In a file. */
    FILE,
    /** In what a command prints. */
    CMD;

    private final String word = name().toLowerCase(Locale.ROOT);

    @Override
    public String toString() {
        return word;
    }
}
