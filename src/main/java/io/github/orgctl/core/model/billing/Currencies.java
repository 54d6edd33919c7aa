package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.value.Failure;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/** Currencies by their codes in ISO 4217. */
public final class Currencies {
    private Currencies() {}

    /**
     * @throws Failure USAGE when the text is no code of a currency in which something can be paid
     */
    public static CurrencyUnit parse(String text) {
        try {
            CurrencyUnit currency = CurrencyUnit.of(text);
            if (!currency.isPseudoCurrency()) {
                return currency;
            }
        } catch (IllegalCurrencyException unknown) {
            // Told below, together with gold and the like.
        }
        throw Failure.usage("'" + text + "' is not a currency", "use an ISO 4217 code such as EUR, USD or JPY");
    }
}
