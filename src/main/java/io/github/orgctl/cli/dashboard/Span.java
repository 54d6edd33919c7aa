package io.github.orgctl.cli.dashboard;

/** Piece of a line in one style. */
record Span(String text, Style style) {}
