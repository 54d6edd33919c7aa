package io.github.orgctl.core.model;

/** An environment together with its configuration. */
public record EnvironmentDetails(Environment environment, Configuration configuration) {}
