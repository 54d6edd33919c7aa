package io.github.orgctl.cli.document;

/** JSON that is written verbatim. */
record JsonPart(String json) {}
