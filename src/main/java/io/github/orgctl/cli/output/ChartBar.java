package io.github.orgctl.cli.output;

import io.github.orgctl.core.model.Period;
import io.github.orgctl.core.model.Statement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** A month of a bar chart. The longest bar is the highest total; what is below zero has none. */
public record ChartBar(Period period, Money total, boolean closed, String bar) {
    private static final int LONGEST = 40;

    public static List<ChartBar> of(List<Statement> statements) {
        BigDecimal highest = BigDecimal.ZERO;
        for (Statement statement : statements) {
            highest = highest.max(statement.total().getAmount());
        }
        List<ChartBar> bars = new ArrayList<>();
        for (Statement statement : statements) {
            int length = share(statement.total().getAmount(), highest, LONGEST);
            bars.add(new ChartBar(statement.period(), statement.total(), statement.isClosed(), "█".repeat(length)));
        }
        return bars;
    }

    /** How long something is of which the highest is so long: at least 1 where it is above zero. */
    public static int share(BigDecimal amount, BigDecimal highest, int longest) {
        if (amount.signum() <= 0) {
            return 0;
        }
        int share = amount.multiply(BigDecimal.valueOf(longest))
                .divide(highest, 0, RoundingMode.HALF_UP)
                .intValue();
        return Math.max(1, share);
    }
}
