package io.github.orgctl.core;

import io.github.orgctl.core.model.Description;
import io.github.orgctl.core.model.EnvironmentReference;

/**
 * Which environment is to be changed, and why.
 *
 * @param message kept in the history; may be empty
 * @param expectedRevision the revision the change is meant for, or null for whatever it is
 */
public record Edit(EnvironmentReference environment, Description message, Long expectedRevision) {}
