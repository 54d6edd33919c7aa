package io.github.orgctl.core.organization;

import io.github.orgctl.core.model.access.Token;
import io.github.orgctl.core.model.organization.Project;
import java.util.List;

/**
 * A project in its new organization, with the tokens that were revoked.
 *
 * @param tokens tokens of the previous organization that were limited to the project
 */
public record ProjectMove(Project project, List<Token> tokens) {}
