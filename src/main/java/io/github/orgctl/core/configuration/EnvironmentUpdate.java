package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.configuration.KeyChange;
import io.github.orgctl.core.model.organization.Environment;
import java.util.List;

/**
 * An environment after an edit.
 *
 * @param changes what the edit changed, in the order of the keys; empty where there was nothing to change, and the
 *     environment is as it was
 */
public record EnvironmentUpdate(Environment environment, List<KeyChange> changes) {}
