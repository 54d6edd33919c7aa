package io.github.orgctl.core.document;

import io.github.orgctl.core.billing.BillingChanges;
import io.github.orgctl.core.model.billing.BillingTerms;
import java.time.LocalDate;
import java.util.NavigableMap;

/**
 * The part of a document that describes a billing account. Null means not mentioned, and therefore unchanged.
 *
 * @param changes field values, and the price plan and currency in effect today
 * @param scheduled all scheduled price plans and currencies, by their first day
 */
public record BillingDocument(BillingChanges changes, NavigableMap<LocalDate, BillingTerms> scheduled) {}
