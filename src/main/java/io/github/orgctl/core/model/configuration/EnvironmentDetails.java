package io.github.orgctl.core.model.configuration;

import io.github.orgctl.core.model.organization.Environment;

/** An environment together with its configuration. */
public record EnvironmentDetails(Environment environment, Configuration configuration) {}
