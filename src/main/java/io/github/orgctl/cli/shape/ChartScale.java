package io.github.orgctl.cli.shape;

import io.github.orgctl.core.model.billing.Statement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** How long the bars of a chart are: each currency's highest total is as long as there is room. */
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

    /** What something was charged in; none where nothing was charged. */
    public Set<CurrencyUnit> currencies() {
        return highest.keySet();
    }

    /** At least 1 where the total is above zero; what is below has no bar. */
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
