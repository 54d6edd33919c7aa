package io.github.orgctl.core.model.configuration;

/**
 * One edit of a configuration.
 *
 * @param value what the key is to be, or null where it is to go
 */
public record KeyEdit(Key key, Value value) {}
