package io.github.orgctl.cli.terminal;

/**
 * A pressed or released mouse button, or a turn of the wheel, if mouse events are enabled.
 *
 * @param button number of the button: 0 is the left one, 64 and 65 are the directions of the wheel
 * @param column from 0
 * @param line from 0
 */
public record MouseButton(int button, int column, int line, boolean released) implements TerminalEvent {}
