package io.github.orgctl.core.model.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.orgctl.core.model.value.Failure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values by their first day, quantities and tiers. */
class ScheduleTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

    private static LocalDate day(int number) {
        return FIRST.plusDays(number);
    }

    private static NavigableMap<LocalDate, Integer> days(Map<Integer, Integer> numbers) {
        NavigableMap<LocalDate, Integer> days = new TreeMap<>();
        numbers.forEach((number, value) -> days.put(day(number), value));
        return days;
    }

    /** Whatever is left out, each day from today on has the value that it had. */
    @Property
    void everyDayHasTheLastValueThatBeganByThen(
            @ForAll @Size(max = 6) Map<@IntRange(max = 20) Integer, @IntRange(max = 2) Integer> numbers,
            @ForAll @IntRange(max = 20) int today,
            @ForAll @IntRange(max = 20) int later) {
        NavigableMap<LocalDate, Integer> byDay = days(numbers);
        Schedule<Integer> schedule = Schedule.of(-1, byDay, day(today));
        LocalDate wanted = day(Math.max(today, later));
        Map.Entry<LocalDate, Integer> last = byDay.floorEntry(wanted);
        int expected = last == null ? -1 : last.getValue();
        assertThat(schedule.on(wanted)).isEqualTo(expected);
        assertThat(schedule.concise().on(wanted)).isEqualTo(expected);
        assertThat(schedule.present()).isEqualTo(schedule.on(day(today)));
        assertThat(schedule.later().keySet()).allMatch(each -> each.isAfter(day(today)));
        Integer before = schedule.present();
        for (Integer each : schedule.concise().later().values()) {
            assertThat(each).isNotEqualTo(before);
            before = each;
        }
    }

    @Property
    void aQuantityIsReadAsItIsWritten(
            @ForAll @LongRange(min = -999_999_999_999_999_999L, max = 999_999_999_999_999_999L) long millionths) {
        Quantity quantity = new Quantity(millionths);
        assertThat(Quantity.parse(quantity.toString())).isEqualTo(quantity);
        assertThat(quantity.value()).isEqualByComparingTo(new BigDecimal(quantity.toString()));
        assertThat(quantity)
                .isEqualByComparingTo(Quantity.parse(quantity.value().toPlainString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                ".5",
                "-.5",
                "1.",
                "1.0000001",
                "1234567890123",
                "1e3",
                "+1",
                "1/",
                "1:",
                "--1",
                "1.2.3"
            })
    void otherTextsAreNoQuantities(String text) {
        Failure failure = catchThrowableOfType(Failure.class, () -> Quantity.parse(text));
        assertThat(failure).as(text).isNotNull();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.USAGE);
    }

    @Test
    void aQuantityHasUpToTwelveDigitsAndSixDecimals() {
        assertThat(Quantity.parse("999999999999.999999")).hasToString("999999999999.999999");
        assertThat(Quantity.parse("-0.000001").millionths()).isEqualTo(-1);
        assertThat(Quantity.parse("1.5").millionths()).isEqualTo(1_500_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10:1", "1,10:1", "0:1,2", "10:1,10:2,3", "10:1,5:2,3", "", ":1,2"})
    void limitsOfTiersIncreaseAndTheLastHasNone(String text) {
        assertThat(catchThrowableOfType(Failure.class, () -> Tiers.parse(text)))
                .as(text)
                .isNotNull();
    }

    /** However a count is split, its slices are together what it is. */
    @Property
    void slicesCoverWhatIsCounted(
            @ForAll @IntRange(max = 50) int from,
            @ForAll @IntRange(max = 50) int more,
            @ForAll @IntRange(min = 1, max = 20) int first,
            @ForAll @IntRange(min = 1, max = 20) int second) {
        Tiers tiers = Tiers.parse(first + ":free," + (first + second) + ":0.5,0.25");
        BigDecimal low = BigDecimal.valueOf(from);
        BigDecimal high = BigDecimal.valueOf(from + more);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal end = low;
        for (Tiers.Slice slice : tiers.slices(low, high)) {
            assertThat(slice.from()).isEqualByComparingTo(end);
            assertThat(slice.quantity()).isPositive();
            boolean isFree = slice.to().intValue() <= first;
            assertThat(slice.price().isFree()).isEqualTo(isFree);
            end = slice.to();
            sum = sum.add(slice.quantity());
        }
        assertThat(sum).isEqualByComparingTo(BigDecimal.valueOf(more));
        assertThat(tiers.isFree()).isFalse();
        assertThat(Tiers.parse("5:free,free").isFree()).isTrue();
    }
}
