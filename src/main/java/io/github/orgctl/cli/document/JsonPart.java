package io.github.orgctl.cli.document;

/** JSON that is written as it is, of any length. */
record JsonPart(String json) {}
