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
    /** Less important than the rest, such as what is in the trash. */
    FAINT
}
