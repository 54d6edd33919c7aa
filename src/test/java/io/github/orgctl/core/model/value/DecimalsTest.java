package io.github.orgctl.core.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and days as people write them. */
class DecimalsTest {
    @ParameterizedTest
    @CsvSource({"0.00, 0", "1.50, 1.5", "1E+3, 1000", "-2.0, -2"})
    void numbersHaveNoExponentAndNoZerosThatSayNothing(BigDecimal number, String text) {
        assertThat(Decimals.text(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "999|999",
                "1000|1,000",
                "-999|-999",
                "-1000|-1,000",
                "123456|123,456",
                "1234567.12345|1,234,567.12345",
                "-123456|-123,456",
            })
    void thousandsAreSetApart(BigDecimal number, String text) {
        assertThat(Decimals.grouped(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1|1.00", "1.5|1.50", "1.500|1.50", "0.005|0.005", "1234.5|1,234.50", "0|0.00"})
    void pricesHaveTheDecimalsOfTheirCurrencyOrMore(BigDecimal number, String text) {
        assertThat(Decimals.grouped(number, 2)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "123, 123", "1.25, 1.25", "000, 0", "9.99, 9.99"})
    void decimalsAreRead(String text, BigDecimal number) {
        assertThat(Decimals.parse(text, 3, 2)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".5", "1.", "1234", "1.234", "1,5", "-1", "1a", "a", "1.2.3", "/", ":"})
    void otherTextsAreNone(String text) {
        assertThat(Decimals.parse(text, 3, 2)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01", "2026-11-30", "2028-02-29", "9999-12-31"})
    void daysAreYearMonthAndDay(String text) {
        assertThat(Days.parse(text)).isEqualTo(LocalDate.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1969-12-31", "+10000-01-01", "2026-02-29", "2026-13-01", "30.11.2026", "2026-11"})
    void otherTextsAreNoDays(String text) {
        Failure failure = catchThrowableOfType(Failure.class, () -> Days.parse(text));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
        assertThat(failure).hasMessage("'" + text + "' is not a date");
    }

    @Test
    void aDayLastsFromMidnightToMidnightInUtc() {
        assertThat(Days.of(Instant.parse("2026-11-30T00:00:00Z"))).isEqualTo("2026-11-30");
        assertThat(Days.of(Instant.parse("2026-11-30T23:59:59.999Z"))).isEqualTo("2026-11-30");
        assertThat(Days.number(86_400_000)).isEqualTo(1);
        assertThat(Days.number(-1)).isEqualTo(-1);
    }

    @Test
    void amountsHaveAllDecimalsOfTheirCurrency() {
        assertThat(Decimals.grouped(Money.parse("EUR 1234567.5"))).isEqualTo("1,234,567.50");
        assertThat(Decimals.grouped(Money.parse("JPY -1234"))).isEqualTo("-1,234");
    }
}
