package io.github.orgctl.core.organization;

import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.organization.Project;
import java.util.List;

/**
 * A project in its new organization, with what was lost on the way.
 *
 * @param tokens those that the old organization had for it and that were not revoked
 */
public record ProjectMove(Project project, List<Token> tokens) {}
