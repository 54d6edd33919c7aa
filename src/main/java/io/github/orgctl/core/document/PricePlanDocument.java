package io.github.orgctl.core.document;

import io.github.orgctl.core.billing.PricePlanChanges;
import io.github.orgctl.core.model.value.Slug;
import java.time.LocalDate;
import java.util.NavigableMap;

/**
 * The part of a document that describes a price plan. Null means not mentioned, and therefore unchanged.
 *
 * @param retired whether it is retired
 * @param prices prices in effect today
 * @param scheduled all scheduled prices, by their first day
 */
public record PricePlanDocument(
        Slug name, Boolean retired, PricePlanChanges prices, NavigableMap<LocalDate, PricePlanChanges> scheduled) {}
