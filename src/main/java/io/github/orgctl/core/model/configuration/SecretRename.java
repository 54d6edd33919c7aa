package io.github.orgctl.core.model.configuration;

/** A secret that may have had another key. */
public record SecretRename(Key before, Key after) {}
