package io.github.orgctl.core.model.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.value.Decimals;
import io.github.orgctl.core.model.value.Failure;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parsing of prices, tiers, percentages, quantities and metrics. */
class PriceTest {
    private static void usage(Runnable what, String message) {
        Failure failure = catchThrowableOfType(Failure.class, what::run);
        assertThat(failure).as("a failure").isNotNull();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
        assertThat(failure).hasMessageContaining(message);
    }

    @Test
    void pricesAreEqualByWhatTheyCost() {
        assertThat(Price.parse("1.50")).isEqualTo(Price.parse("1.5")).hasSameHashCodeAs(Price.parse("1.5"));
        assertThat(Price.parse("1.50")).isNotEqualTo(Price.parse("1.51")).isNotEqualTo("1.50");
        assertThat(Price.parse("1.5").hashCode())
                .isNotEqualTo(Price.parse("1.6").hashCode());
        assertThat(Price.parse("2")).isGreaterThan(Price.parse("1.99")).isLessThan(Price.parse("10"));
        assertThat(Price.parse("0.00").isFree()).isTrue();
        assertThat(Price.parse("0.01").isFree()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1e3", "1.", ".5", "1,5", "1234567890123", "0.12345678901"})
    void otherTextsAreNoPrices(String text) {
        usage(() -> Price.parse(text), "'" + text + "' is not a price");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789012", "0.1234567890"})
    void pricesHaveUpToTwelveDigitsAndTenDecimals(String text) {
        assertThat(Price.parse(text).value()).isEqualByComparingTo(text);
    }

    @Test
    void percentagesAreSharesOfUpToAHundred() {
        assertThat(Percentage.parse("12.5").of(new BigDecimal("80"))).isEqualByComparingTo("10");
        assertThat(Percentage.parse("100")).hasToString("100");
        assertThat(Percentage.parse("2")).isLessThan(Percentage.parse("10"));
        assertThat(Percentage.parse("0").isNone()).isTrue();
        assertThat(Percentage.parse("0.01").isNone()).isFalse();
        usage(() -> Percentage.parse("100.01"), "'100.01' is not a percentage");
        usage(() -> Percentage.parse("1.234"), "is not a percentage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "active-users", "a_b.c-9", "z9"})
    void metricsAreWordsOfLettersAndDigits(String text) {
        assertThat(new Metric(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "a--b", "A", "a b", "ä", "a/b", "a{", "a:"})
    void otherTextsAreNoMetrics(String text) {
        usage(() -> new Metric(text), "'" + text + "' is not a metric");
    }

    @Test
    void metricsHaveUpTo63Characters() {
        assertThat(new Metric("x".repeat(63)).name()).hasSize(63);
        usage(() -> new Metric("x".repeat(64)), "is not a metric");
        assertThat(new Metric("b")).isGreaterThan(new Metric("a"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1200, 1200",
        "0.25, 0.25",
        "-1.5, -1.5",
        "999999999999, 999999999999",
        "0.000001, 0.000001",
        "007, 7"
    })
    void quantitiesAreExactDecimals(String text, BigDecimal value) {
        assertThat(Quantity.parse(text).value()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1.", ".5", "1.0000001", "1234567890123", "1e3", "+1", "1.2.3", "--1", "a", "1 "})
    void otherTextsAreNoQuantities(String text) {
        usage(() -> Quantity.parse(text), "'" + text + "' is not a quantity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,2", "10:1", "10:1,10:2,3", "10:1,5:2,3", "0:1,2", "1:1,", "10:1,20:2"})
    void otherTextsAreNoTiers(String text) {
        Failure failure = catchThrowableOfType(Failure.class, () -> Tiers.parse(text));
        assertThat(failure).as("a failure").isNotNull();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
    }

    @Test
    void tiersAreReadAsTheyAreWritten() {
        assertThat(Tiers.parse(" 1000 : free , 100000:0.05,0.02 "))
                .hasToString(Tiers.parse("1000:0,100000:0.05,0.02").toString());
        usage(() -> Tiers.parse("10:1,10:2,3"), "'10:1,10:2,3' is not a list of tiers");
    }

    @Test
    void tiersTakeUnitsApart() {
        assertThat(Tiers.parse("10:1,20:2,3").slices(new BigDecimal("5"), new BigDecimal("25")))
                .extracting(slice -> Decimals.text(slice.quantity()) + " at " + slice.price())
                .containsExactly("5 at 1", "10 at 2", "5 at 3");
        assertThat(Tiers.parse("10:1,20:2,3").slices(BigDecimal.TEN, BigDecimal.TEN))
                .isEmpty();
        assertThat(Tiers.parse("10:1,20:2,3").slices(BigDecimal.TEN, new BigDecimal("11")))
                .extracting(slice -> Decimals.text(slice.quantity()) + " at " + slice.price())
                .containsExactly("1 at 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"free|true", "0|true", "10:0,free|true", "10:free,1|false", "10:1,free|false"})
    void tiersAreFreeWhereNoUnitCosts(String text, boolean free) {
        assertThat(Tiers.parse(text).isFree()).isEqualTo(free);
    }

    private static PricePlanRates withoutCurrency(String base, String seat, String calls) {
        return new PricePlanRates(
                null,
                Price.parse(base),
                Price.parse(seat),
                0,
                new TreeMap<>(Map.of(new Metric("calls"), Tiers.parse(calls))));
    }

    @Test
    void onlyWhatIsFreeNeedsNoCurrency() {
        assertThat(withoutCurrency("0", "0", "free").currency()).isNull();
        usage(() -> withoutCurrency("1", "0", "free"), "prices require a currency");
        usage(() -> withoutCurrency("0", "1", "free"), "prices require a currency");
        usage(() -> withoutCurrency("0", "0", "1"), "prices require a currency");
    }
}
