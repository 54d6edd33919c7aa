package io.github.orgctl.cli.shape;

/** A value that is JSON already, and is carried into every format as what it says rather than as a string. */
public record JsonText(String json) {}
