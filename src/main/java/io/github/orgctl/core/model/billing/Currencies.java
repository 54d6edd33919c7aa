package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.value.Failure;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/** Currencies by ISO 4217 code. */
public final class Currencies {
    private Currencies() {}

    /**
     * @throws Failure USAGE if the text is not the code of a currency that payments can be made in
     */
    public static CurrencyUnit parse(String text) {
        try {
            CurrencyUnit currency = CurrencyUnit.of(text);
            if (!currency.isPseudoCurrency()) {
                return currency;
            }
        } catch (IllegalCurrencyException unknown) {
            // Reported below, together with gold and the like.
        }
        throw Failure.usage("'" + text + "' is not a currency", "use an ISO 4217 code such as EUR, USD or JPY");
    }
}
