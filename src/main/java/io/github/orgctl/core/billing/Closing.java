package io.github.orgctl.core.billing;

import io.github.orgctl.core.model.billing.Statement;
import java.util.List;

/**
 * Result of closing a month.
 *
 * @param statements all requested statements, now closed
 * @param made number of statements that were open before
 * @param leftOut number of organizations skipped because the acting identity may not close their month
 */
public record Closing(List<Statement> statements, long made, long leftOut) {}
