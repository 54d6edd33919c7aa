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
import io.github.orgctl.core.model.Timestamps;
import io.github.orgctl.core.model.UsageKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** The types of parameters that have to do with billing. */
public final class BillingTypes {
    private BillingTypes() {}

    public static final class PlanType extends Type<Slug> {
        @Override
        public String label() {
            return "PLAN";
        }

        @Override
        public Candidates candidates() {
            return Candidates.PLAN;
        }

        @Override
        public Slug parse(String text) {
            return new Slug(text);
        }
    }

    public static final class CurrencyType extends Type<CurrencyUnit> {
        @Override
        public String label() {
            return "CURRENCY";
        }

        @Override
        public CurrencyUnit parse(String text) {
            return Currencies.parse(text);
        }
    }

    public static final class PriceType extends Type<Price> {
        @Override
        public String label() {
            return "PRICE";
        }

        @Override
        public Price parse(String text) {
            return Price.parse(text);
        }
    }

    /** A metric with its tiers. */
    public static final class MeterType extends Type<Map.Entry<Metric, Tiers>> {
        @Override
        public String label() {
            return "METRIC=TIERS";
        }

        @Override
        public Map.Entry<Metric, Tiers> parse(String text) {
            int equals = text.indexOf('=');
            if (equals < 0) {
                throw Failure.usage(
                        "'" + text + "' names no metric",
                        "write METRIC=TIERS, such as active-users=1000:free,100000:0.05,0.02");
            }
            return Map.entry(new Metric(text.substring(0, equals)), Tiers.parse(text.substring(equals + 1)));
        }
    }

    public static final class MetricType extends Type<Metric> {
        @Override
        public String label() {
            return "METRIC";
        }

        @Override
        public Candidates candidates() {
            return Candidates.METRIC;
        }

        @Override
        public Metric parse(String text) {
            return new Metric(text);
        }
    }

    public static final class QuantityType extends Type<Quantity> {
        @Override
        public String label() {
            return "NUMBER";
        }

        @Override
        public Quantity parse(String text) {
            return Quantity.parse(text);
        }
    }

    public static final class UsageKeyType extends Type<UsageKey> {
        @Override
        public String label() {
            return "KEY";
        }

        @Override
        public UsageKey parse(String text) {
            return new UsageKey(text);
        }
    }

    public static final class TimeType extends Type<Instant> {
        @Override
        public String label() {
            return "TIME";
        }

        @Override
        public Instant parse(String text) {
            return Instant.ofEpochMilli(Timestamps.parse(text));
        }
    }

    public static final class PeriodType extends Type<Period> {
        @Override
        public String label() {
            return "YYYY-MM";
        }

        @Override
        public Candidates candidates() {
            return Candidates.PERIOD;
        }

        @Override
        public Period parse(String text) {
            return Period.parse(text);
        }
    }

    public static final class DayType extends Type<LocalDate> {
        @Override
        public String label() {
            return "YYYY-MM-DD";
        }

        @Override
        public LocalDate parse(String text) {
            return Days.parse(text);
        }
    }

    /** A day, or none where the text is empty. */
    public static final class OptionalDayType extends Type<Optional<LocalDate>> {
        @Override
        public String label() {
            return "YYYY-MM-DD";
        }

        @Override
        public Optional<LocalDate> parse(String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(Days.parse(text));
        }
    }

    /** An address, or none where the text is empty. */
    public static final class OptionalEmailType extends Type<Optional<Email>> {
        @Override
        public String label() {
            return "EMAIL";
        }

        @Override
        public Optional<Email> parse(String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(new Email(text));
        }
    }

    public static final class LineType extends Type<Line> {
        @Override
        public String label() {
            return "TEXT";
        }

        @Override
        public Line parse(String text) {
            return new Line(text);
        }
    }

    public static final class PercentageType extends Type<Percentage> {
        @Override
        public String label() {
            return "PERCENT";
        }

        @Override
        public Percentage parse(String text) {
            return Percentage.parse(text);
        }
    }

    /** A whole number from 0 to a highest one. */
    public static final class NumberType extends Type<Long> {
        private final long highest;

        public NumberType(long highest) {
            this.highest = highest;
        }

        @Override
        public String label() {
            return "N";
        }

        @Override
        public Long parse(String text) {
            try {
                long number = Long.parseLong(text);
                if (number >= 0 && number <= highest) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // Told below, together with numbers out of reach.
            }
            throw Failure.usage("'" + text + "' is not a whole number from 0 to " + highest, null);
        }
    }

    public static final class StatementFormatType extends Type<StatementFormat> {
        @Override
        public String label() {
            return "FORMAT";
        }

        @Override
        public Candidates candidates() {
            return Candidates.STATEMENT_FORMAT;
        }

        @Override
        public StatementFormat parse(String text) {
            return StatementFormat.parse(text);
        }
    }

    public static final class UsageFormatType extends Type<UsageFormat> {
        @Override
        public String label() {
            return "FORMAT";
        }

        @Override
        public Candidates candidates() {
            return Candidates.USAGE_FORMAT;
        }

        @Override
        public UsageFormat parse(String text) {
            return UsageFormat.parse(text);
        }
    }
}
