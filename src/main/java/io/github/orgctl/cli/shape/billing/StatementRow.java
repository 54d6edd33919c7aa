package io.github.orgctl.cli.shape.billing;

import io.github.orgctl.core.model.billing.Statement;
import io.github.orgctl.core.model.billing.StatementLine;
import io.github.orgctl.core.port.Listing;

/** A statement line with its statement. */
public record StatementRow(Statement statement, StatementLine line) {
    /**
     * The lines of all statements, one statement at a time.
     *
     * @param totalsOnly whether to include only the total line of each
     */
    public static Listing<StatementRow> of(Listing<Statement> statements, boolean totalsOnly) {
        return action -> statements.forEach(statement -> {
            for (StatementLine line : statement.linesWithTotal()) {
                if (!totalsOnly || line.kind() == StatementLine.Kind.TOTAL) {
                    action.accept(new StatementRow(statement, line));
                }
            }
        });
    }
}
