package io.github.orgctl.core.billing;

import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.billing.Percentage;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Line;
import io.github.orgctl.core.model.value.Slug;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * Changes of a billing account. Null leaves a field unchanged; empty clears it.
 *
 * @param from first day on which the price plan and currency take effect; null for today
 */
public record BillingChanges(
        Slug plan,
        CurrencyUnit currency,
        LocalDate from,
        Optional<Email> email,
        Line legalName,
        Description address,
        Line taxId,
        Optional<LocalDate> trialEnd,
        Long paymentDays,
        Percentage discount) {
    /** Changes the price plan and currency from a day on. */
    // Null, empty and present have different meanings.
    @SuppressWarnings("NullOptional")
    public static BillingChanges ofTerms(Slug plan, CurrencyUnit currency, LocalDate from) {
        return new BillingChanges(plan, currency, from, null, null, null, null, null, null, null);
    }

    /** Applies everything except the price plan and currency. */
    public BillingAccount applyTo(BillingAccount before) {
        return before.with(
                value(email, before.email()),
                Objects.requireNonNullElse(legalName, before.legalName()),
                Objects.requireNonNullElse(address, before.address()),
                Objects.requireNonNullElse(taxId, before.taxId()),
                value(trialEnd, before.trialEnd()),
                Objects.requireNonNullElse(paymentDays, before.paymentDays()),
                Objects.requireNonNullElse(discount, before.discount()));
    }

    /** Returns a copy without the price plan and currency. */
    public BillingChanges withoutTerms() {
        return new BillingChanges(null, null, null, email, legalName, address, taxId, trialEnd, paymentDays, discount);
    }

    /** Null keeps the current value; empty clears it. */
    // Null, empty and present have different meanings.
    @SuppressWarnings({"OptionalUsedAsFieldOrParameterType", "OptionalAssignedToNull"})
    private static <T> T value(Optional<T> change, T before) {
        return change == null ? before : change.orElse(null);
    }
}
