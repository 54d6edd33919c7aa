package io.github.orgctl.core;

import io.github.orgctl.core.model.Project;
import io.github.orgctl.core.model.Token;
import java.util.List;

/**
 * A project in its new organization, with what was lost on the way.
 *
 * @param tokens those that the old organization had for it and that were not revoked
 */
public record Moved(Project project, List<Token> tokens) {}
