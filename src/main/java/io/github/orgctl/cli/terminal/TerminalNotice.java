package io.github.orgctl.cli.terminal;

/** Event other than input. */
public enum TerminalNotice implements TerminalEvent {
    /** Nothing was typed for a tenth of a second. */
    IDLE,
    /** The terminal may have another size. */
    RESIZED,
    /** The program was resumed after a suspension; the screen has to be redrawn. */
    RESUMED
}
