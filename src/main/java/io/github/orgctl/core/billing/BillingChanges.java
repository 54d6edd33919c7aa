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
 * New values of a billing account; null leaves one as it is, and empty takes it away.
 *
 * @param from the day from which plan and currency hold; null for today
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
    /** Applies all but plan and currency. */
    BillingAccount applyTo(BillingAccount before) {
        return before.with(
                value(email, before.email()),
                Objects.requireNonNullElse(legalName, before.legalName()),
                Objects.requireNonNullElse(address, before.address()),
                Objects.requireNonNullElse(taxId, before.taxId()),
                value(trialEnd, before.trialEnd()),
                Objects.requireNonNullElse(paymentDays, before.paymentDays()),
                Objects.requireNonNullElse(discount, before.discount()));
    }

    /** Null leaves the present value, and empty takes it away. */
    // Nothing, something and no change are three things to tell apart.
    @SuppressWarnings({"OptionalUsedAsFieldOrParameterType", "OptionalAssignedToNull"})
    private static <T> T value(Optional<T> change, T before) {
        return change == null ? before : change.orElse(null);
    }
}
