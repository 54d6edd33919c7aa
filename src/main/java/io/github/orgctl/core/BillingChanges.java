package io.github.orgctl.core;

import io.github.orgctl.core.model.Description;
import io.github.orgctl.core.model.Email;
import io.github.orgctl.core.model.Line;
import io.github.orgctl.core.model.Percentage;
import io.github.orgctl.core.model.Slug;
import java.time.LocalDate;
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
        Percentage discount) {}
