package io.github.orgctl.core.billing;

import io.github.orgctl.core.model.billing.BillingAccount;
import io.github.orgctl.core.model.billing.Issuer;
import io.github.orgctl.core.model.billing.Statement;
import io.github.orgctl.core.model.organization.Organization;
import io.github.orgctl.core.model.value.Advice;
import io.github.orgctl.core.model.value.Days;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.port.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** Loads or computes statements: closed ones as stored, open ones computed up to today. */
public final class Statements {
    private final Tx tx;
    private final PricePlans plans;
    private final MonthCurrency currency;
    private final Corrections corrections;
    private final LocalDate tomorrow;
    private Issuer issuer;

    public Statements(Tx tx, Instant now) {
        this.tx = tx;
        this.plans = new PricePlans(tx);
        this.currency = new MonthCurrency(tx, plans);
        this.corrections = new Corrections(tx, plans);
        this.tomorrow = Days.of(now).plusDays(1);
    }

    Statement of(Id organization, Period period) {
        Optional<Statement> closed = tx.statements().find(organization, period);
        return closed.isPresent() ? closed.get() : computed(account(organization), period);
    }

    private Statement computed(BillingAccount account, Period period) {
        LocalDate end = period.end().isBefore(tomorrow) ? period.end() : tomorrow;
        Id organization = account.organizationId();
        CurrencyUnit unit = currency.of(account, period);
        return new StatementCalculation(period, end, account, unit, plans::versions)
                .of(
                        tx.members().periods(organization, period.beginsAt(), period.endsAt()),
                        tx.usage().days(organization, period, period),
                        corrections.of(account, period, unit))
                .issuedBy(issuer());
    }

    private Issuer issuer() {
        if (issuer == null) {
            issuer = tx.issuer().current();
        }
        return issuer;
    }

    /** Whether the organization existed in the month, or has existed since. */
    boolean knows(Id organization, Period period) {
        return account(organization).since().isBefore(period.end());
    }

    /**
     * @throws Failure RULE if the month ended before the organization was created
     */
    void refuseBefore(Organization organization, Period period) {
        if (!knows(organization.id(), period)) {
            LocalDate since = account(organization.id()).since();
            throw new Failure(
                    Failure.Kind.RULE,
                    "the organization " + organization.slug() + " was created on " + since + " and did not exist in "
                            + period,
                    Advice.START_WITH_MONTH.of(Period.of(since)));
        }
    }

    /** First day of an organization's first open month. */
    public LocalDate firstOpenDay(Id organization) {
        Period period = Period.of(account(organization).since());
        while (tx.statements().isClosed(organization, period)) {
            period = period.plusMonths(1);
        }
        return period.firstDay();
    }

    /**
     * @throws Failure RULE if an open month has a non-zero amount
     */
    public void refuseUnbilled(Organization organization) {
        BillingAccount account = account(organization.id());
        Period last = Period.of(tomorrow.minusDays(1));
        for (Period period = Period.of(account.since()); period.compareTo(last) <= 0; period = period.plusMonths(1)) {
            Statement statement = of(organization.id(), period);
            if (!statement.isClosed() && !statement.total().isZero()) {
                throw new Failure(
                        Failure.Kind.RULE,
                        "the organization " + organization.slug() + " has not been billed for " + period + ": "
                                + statement.total(),
                        Advice.CLOSE_MONTH.of(period));
            }
        }
    }

    private BillingAccount account(Id organization) {
        return Accounts.of(tx, organization);
    }
}
