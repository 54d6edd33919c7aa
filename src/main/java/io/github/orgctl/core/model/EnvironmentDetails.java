package io.github.orgctl.core.model;

import java.util.Map;

/**
 * An environment together with its configuration.
 *
 * @param configuration each key with its value as JSON text, in the order of the keys
 */
public record EnvironmentDetails(Environment environment, Map<String, String> configuration) {}
