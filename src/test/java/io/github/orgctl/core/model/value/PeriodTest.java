package io.github.orgctl.core.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @Property
    void aNumberStandsForAMonth(
            @ForAll @IntRange(min = 1970, max = 9999) int year, @ForAll @IntRange(min = 1, max = 12) int month) {
        Period period = Period.parse(String.format("%04d-%02d", year, month));
        assertThat(Period.ofNumber(period.number())).isEqualTo(period);
        assertThat(period.plusMonths(1).number()).isEqualTo(period.number() + 1);
        assertThat(period.plusMonths(1)).isGreaterThan(period);
        assertThat(period.plusMonths(1).firstDay()).isEqualTo(period.end());
        assertThat(period.firstDay().plusDays(period.days())).isEqualTo(period.end());
        assertThat(Period.of(period.beginsAt())).isEqualTo(period);
        assertThat(Period.of(period.endsAt().minusMillis(1))).isEqualTo(period);
        assertThat(Period.of(period.endsAt())).isEqualTo(period.plusMonths(1));
    }

    @Test
    void isWrittenAsYearAndMonth() {
        assertThat(Period.parse("2026-11")).hasToString("2026-11");
        assertThat(Period.parse("1970-01").number()).isEqualTo(1970 * 12);
        assertThat(Period.parse("2028-02").days()).isEqualTo(29);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-1", "2026-13", "1969-12", "+2026-11", "2026-11-01"})
    void nothingElseIsAMonth(String text) {
        assertThatThrownBy(() -> Period.parse(text)).isInstanceOf(Failure.class);
    }
}
