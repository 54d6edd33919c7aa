package io.github.orgctl.core.model.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class CurrencyTableTest {
    /** In tests joda-money uses its own loader. */
    @Test
    void readsWhatJodaMoneyReads() throws IOException {
        Map<String, CurrencyTable.Entry> expected = new TreeMap<>();
        for (CurrencyUnit unit : CurrencyUnit.registeredCurrencies()) {
            int decimals = unit.isPseudoCurrency() ? -1 : unit.getDecimalPlaces();
            expected.put(unit.getCode(), new CurrencyTable.Entry(unit.getNumericCode(), decimals));
        }
        assertThat(System.getProperty("org.joda.money.CurrencyUnitDataProvider"))
                .isNull();
        assertThat(CurrencyTable.read()).isEqualTo(expected).hasSizeGreaterThan(150);
    }
}
