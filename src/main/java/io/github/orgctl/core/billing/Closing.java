package io.github.orgctl.core.billing;

import io.github.orgctl.core.model.billing.Statement;
import java.util.List;

/**
 * What closing a month came to.
 *
 * @param statements all that were asked for, each closed
 * @param made how many were open before
 * @param leftOut how many organizations were there whose month the acting identity may not close
 */
public record Closing(List<Statement> statements, long made, long leftOut) {}
