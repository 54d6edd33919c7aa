package io.github.orgctl.cli.shape;

/** Meaning of a colour. */
public enum Tone {
    PLAIN,
    /** All is well. */
    GOOD,
    /** Something is wrong. */
    BAD,
    /** Take care: this is live. */
    CAUTION,
    /** Less important, such as a deleted resource. */
    FAINT
}
