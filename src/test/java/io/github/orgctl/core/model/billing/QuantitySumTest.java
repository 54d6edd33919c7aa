package io.github.orgctl.core.model.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class QuantitySumTest {
    @Property
    void isTheSumOfWhatWasAdded(@ForAll List<Long> millionths) {
        QuantitySum sum = new QuantitySum();
        BigDecimal expected = BigDecimal.ZERO;
        for (long each : millionths) {
            sum.add(new Quantity(each));
            expected = expected.add(BigDecimal.valueOf(each, 6));
        }
        assertThat(sum.value()).isEqualByComparingTo(expected);
        assertThat(sum.count()).isEqualTo(millionths.size());
        assertThat(QuantitySum.value(sum.units(), sum.millionths())).isEqualByComparingTo(expected);
    }

    @Property
    void whatIsTakenBackWasNeverAdded(@ForAll List<Long> millionths, @ForAll long other) {
        QuantitySum sum = new QuantitySum();
        millionths.forEach(each -> sum.add(new Quantity(each)));
        BigDecimal before = sum.value();
        sum.add(new Quantity(other));
        sum.takeBack(new Quantity(other));
        assertThat(sum.value()).isEqualByComparingTo(before);
        assertThat(sum.count()).isEqualTo(millionths.size());
    }
}
