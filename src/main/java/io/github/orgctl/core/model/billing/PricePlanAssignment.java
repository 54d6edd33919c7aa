package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.value.Slug;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;

/**
 * Price plan of an organization from a day on.
 *
 * @param currency what the organization pays in, which is that of the plan unless it costs nothing
 */
public record PricePlanAssignment(LocalDate from, Slug plan, CurrencyUnit currency) {}
