package io.github.orgctl.cli.shape;

import io.github.orgctl.core.model.billing.Statement;
import io.github.orgctl.core.model.billing.StatementLine;
import io.github.orgctl.core.port.Listing;

/** A line with the statement it is of. */
public record StatementRow(Statement statement, StatementLine line) {
    /**
     * The lines of statements, one statement at a time.
     *
     * @param totalsOnly nothing but the last line of each, which has the total
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
