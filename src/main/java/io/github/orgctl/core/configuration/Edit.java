package io.github.orgctl.core.configuration;

import io.github.orgctl.core.model.organization.EnvironmentReference;
import io.github.orgctl.core.model.value.Description;

/**
 * Which environment is to be changed, and why.
 *
 * @param message kept in the history; may be empty
 * @param expectedRevision the revision the change is meant for, or null for whatever it is
 */
public record Edit(EnvironmentReference environment, Description message, Long expectedRevision) {}
