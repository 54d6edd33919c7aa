package io.github.orgctl.cli.shape.billing;

import io.github.orgctl.core.model.billing.Statement;
import io.github.orgctl.core.model.value.Period;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** A month in a bar chart. The longest bar is the highest total in its currency; totals below zero have none. */
public record ChartBar(Period period, Money total, boolean closed, String bar) {
    private static final int LONGEST = 30;

    public static List<ChartBar> of(List<Statement> statements, ChartScale scale) {
        List<ChartBar> bars = new ArrayList<>();
        for (Statement statement : statements) {
            int length = scale.length(statement.total(), LONGEST);
            bars.add(new ChartBar(statement.period(), statement.total(), statement.isClosed(), "█".repeat(length)));
        }
        return bars;
    }
}
