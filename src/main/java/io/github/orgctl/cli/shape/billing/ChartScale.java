package io.github.orgctl.cli.shape.billing;

import io.github.orgctl.core.model.billing.Statement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Scale of a bar chart: the highest total of each currency has the full length. */
public final class ChartScale {
    private final Map<CurrencyUnit, BigDecimal> highest = new HashMap<>();

    public ChartScale(List<Statement> months) {
        for (Statement month : months) {
            Money total = month.total();
            if (!total.isZero()) {
                highest.merge(total.getCurrencyUnit(), total.getAmount(), BigDecimal::max);
            }
        }
    }

    /** Currencies of the charges; empty if nothing was charged. */
    public Set<CurrencyUnit> currencies() {
        return highest.keySet();
    }

    /** At least 1 for a positive total, otherwise 0. */
    public int length(Money total, int longest) {
        if (!total.isPositive()) {
            return 0;
        }
        int length = total.getAmount()
                .multiply(BigDecimal.valueOf(longest))
                .divide(highest.get(total.getCurrencyUnit()), 0, RoundingMode.HALF_UP)
                .intValue();
        return Math.max(1, length);
    }
}
