package io.github.orgctl.cli.terminal;

/** Event of a terminal. */
public sealed interface TerminalEvent permits KeyPress, Paste, MouseButton, TerminalNotice {}
