package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.value.Slug;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;

/**
 * Price plan of an organization from a day on.
 *
 * @param currency currency of the organization, which is that of the plan if the plan has prices
 */
public record PricePlanAssignment(LocalDate from, Slug plan, CurrencyUnit currency) {}
