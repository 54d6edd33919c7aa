package io.github.orgctl.cli;

import java.util.Locale;

/** What the shells can offer for a value. */
public enum Candidates {
    /** Nothing: free text. */
    NONE,
    ORGANIZATION,
    DELETED_ORGANIZATION,
    PROJECT,
    DELETED_PROJECT,
    ENVIRONMENT,
    /** An organization or a project. */
    WORKPLACE,
    MODE,
    ROLE,
    FORMAT,
    FIELD,
    COLOR,
    SHELL,
    FILE;

    /** The word the completion scripts pass to name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
