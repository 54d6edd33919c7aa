package io.github.orgctl.cli;

import io.github.orgctl.cli.exchange.StatementFormat;
import io.github.orgctl.cli.exchange.UsageFormat;
import io.github.orgctl.core.model.Currencies;
import io.github.orgctl.core.model.Days;
import io.github.orgctl.core.model.Email;
import io.github.orgctl.core.model.Failure;
import io.github.orgctl.core.model.Line;
import io.github.orgctl.core.model.Metric;
import io.github.orgctl.core.model.Percentage;
import io.github.orgctl.core.model.Period;
import io.github.orgctl.core.model.Price;
import io.github.orgctl.core.model.Quantity;
import io.github.orgctl.core.model.Slug;
import io.github.orgctl.core.model.Tiers;
import io.github.orgctl.core.model.UsageKey;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;

/** The types of parameters that have to do with billing. */
public final class BillingTypes {
    private BillingTypes() {}

    public static Type<Slug> plan() {
        return Type.of("PLAN", Candidates.PLAN, Slug::new);
    }

    public static Type<CurrencyUnit> currency() {
        return Type.of("CURRENCY", Currencies::parse);
    }

    public static Type<Price> price() {
        return Type.of("PRICE", Price::parse);
    }

    public static Type<Percentage> percentage() {
        return Type.of("PERCENT", Percentage::parse);
    }

    public static Type<Metric> metric() {
        return Type.of("METRIC", Candidates.METRIC, Metric::new);
    }

    /** A metric with its tiers. */
    public static Type<Map.Entry<Metric, Tiers>> meter() {
        return Type.of("METRIC=TIERS", text -> {
            int equals = text.indexOf('=');
            if (equals < 0) {
                throw Failure.usage(
                        "'" + text + "' names no metric",
                        "write METRIC=TIERS, such as active-users=1000:free,100000:0.05,0.02");
            }
            return Map.entry(new Metric(text.substring(0, equals)), Tiers.parse(text.substring(equals + 1)));
        });
    }

    public static Type<Quantity> quantity() {
        return Type.of("NUMBER", Quantity::parse);
    }

    public static Type<UsageKey> usageKey() {
        return Type.of("KEY", UsageKey::new);
    }

    public static Type<Period> period() {
        return Type.of("YYYY-MM", Candidates.PERIOD, Period::parse);
    }

    public static Type<LocalDate> day() {
        return Type.of("YYYY-MM-DD", Days::parse);
    }

    /** A day, or none where the text is empty. */
    public static Type<Optional<LocalDate>> optionalDay() {
        return Type.of("YYYY-MM-DD", optional(Days::parse));
    }

    /** An address, or none where the text is empty. */
    public static Type<Optional<Email>> optionalEmail() {
        return Type.of("EMAIL", optional(Email::new));
    }

    private static <T> Function<String, Optional<T>> optional(Function<String, T> parser) {
        return text -> text.isEmpty() ? Optional.empty() : Optional.of(parser.apply(text));
    }

    public static Type<Line> line() {
        return Type.of("TEXT", Line::new);
    }

    public static Type<StatementFormat> statementFormat() {
        return Type.of("FORMAT", Candidates.STATEMENT_FORMAT, StatementFormat::parse);
    }

    public static Type<UsageFormat> usageFormat() {
        return Type.of("FORMAT", Candidates.USAGE_FORMAT, UsageFormat::parse);
    }
}
