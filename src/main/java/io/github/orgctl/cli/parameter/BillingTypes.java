package io.github.orgctl.cli.parameter;

import io.github.orgctl.cli.format.StatementFormat;
import io.github.orgctl.core.model.billing.Currencies;
import io.github.orgctl.core.model.billing.Metric;
import io.github.orgctl.core.model.billing.Percentage;
import io.github.orgctl.core.model.billing.Price;
import io.github.orgctl.core.model.billing.Quantity;
import io.github.orgctl.core.model.billing.Tiers;
import io.github.orgctl.core.model.billing.UsageKey;
import io.github.orgctl.core.model.value.Days;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Line;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.model.value.Slug;
import java.time.LocalDate;
import java.util.Map;
import org.joda.money.CurrencyUnit;

/** Parameter types for billing. */
public final class BillingTypes {
    private BillingTypes() {}

    public static Type<Slug> plan() {
        return new Type<>("PLAN", Candidates.PLAN) {
            @Override
            public Slug parse(String text) {
                return new Slug(text);
            }
        };
    }

    public static Type<CurrencyUnit> currency() {
        return new Type<>("CURRENCY") {
            @Override
            public CurrencyUnit parse(String text) {
                return Currencies.parse(text);
            }
        };
    }

    public static Type<Price> price() {
        return new Type<>("PRICE") {
            @Override
            public Price parse(String text) {
                return Price.parse(text);
            }
        };
    }

    public static Type<Percentage> percentage() {
        return new Type<>("PERCENT") {
            @Override
            public Percentage parse(String text) {
                return Percentage.parse(text);
            }
        };
    }

    public static Type<Metric> metric() {
        return new Type<>("METRIC", Candidates.METRIC) {
            @Override
            public Metric parse(String text) {
                return new Metric(text);
            }
        };
    }

    /** A metric with its price tiers. */
    public static Type<Map.Entry<Metric, Tiers>> meter() {
        return new Type<>("METRIC=TIERS") {
            @Override
            public Map.Entry<Metric, Tiers> parse(String text) {
                int equals = text.indexOf('=');
                if (equals < 0) {
                    throw Failure.usage(
                            "'" + text + "' does not name a metric",
                            "write METRIC=TIERS, such as active-users=1000:free,100000:0.05,0.02");
                }
                return Map.entry(new Metric(text.substring(0, equals)), Tiers.parse(text.substring(equals + 1)));
            }
        };
    }

    public static Type<Quantity> quantity() {
        return new Type<>("NUMBER") {
            @Override
            public Quantity parse(String text) {
                return Quantity.parse(text);
            }
        };
    }

    public static Type<UsageKey> usageKey() {
        return new Type<>("KEY") {
            @Override
            public UsageKey parse(String text) {
                return new UsageKey(text);
            }
        };
    }

    public static Type<Period> period() {
        return new Type<>("YYYY-MM", Candidates.PERIOD) {
            @Override
            public Period parse(String text) {
                return Period.parse(text);
            }
        };
    }

    public static Type<LocalDate> day() {
        return new Type<>("YYYY-MM-DD") {
            @Override
            public LocalDate parse(String text) {
                return Days.parse(text);
            }
        };
    }

    public static Type<Line> line() {
        return new Type<>("TEXT") {
            @Override
            public Line parse(String text) {
                return new Line(text);
            }
        };
    }

    public static Type<StatementFormat> statementFormat() {
        return new Type<>("FORMAT", Candidates.STATEMENT_FORMAT) {
            @Override
            public StatementFormat parse(String text) {
                return StatementFormat.parse(text);
            }
        };
    }
}
