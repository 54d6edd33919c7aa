package io.github.orgctl.core;

import io.github.orgctl.core.model.Statement;
import java.util.List;

/**
 * What closing a month came to.
 *
 * @param statements all that were asked for, each closed
 * @param made how many were open before
 */
public record Closing(List<Statement> statements, long made) {}
