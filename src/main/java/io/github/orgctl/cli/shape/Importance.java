package io.github.orgctl.cli.shape;

/** How long a field keeps its column in a table as the terminal gets narrower. */
public enum Importance {
    /** Always shown: it names the row or answers the question. */
    ESSENTIAL,
    /** Shown as long as the texts beside it keep a readable width. */
    USEFUL,
    /** Dropped first, such as an ID beside a name. */
    MINOR,
    /** Shown only when asked for. */
    ON_REQUEST
}
