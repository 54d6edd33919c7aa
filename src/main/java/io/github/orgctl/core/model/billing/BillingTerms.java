package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.value.Slug;
import org.joda.money.CurrencyUnit;

/** Billing terms of an organization: a price plan and a currency. */
public record BillingTerms(Slug plan, CurrencyUnit currency) {}
