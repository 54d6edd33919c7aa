package io.github.orgctl.core.model.billing;

import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Line;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.model.value.Slug;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Monthly statement of an organization.
 *
 * @param organization its slug; that of the time when the statement was closed
 * @param discount what was taken off, and so is of what corrects it later
 * @param issuer who issues it
 * @param trialEnd the first day that was charged, or null where every day was
 * @param closedAt when it was closed, or null while it can still change
 * @param lines without the total
 */
public record Statement(
        Id organizationId,
        Slug organization,
        Period period,
        Line legalName,
        Description address,
        Line taxId,
        Email email,
        long paymentDays,
        CurrencyUnit currency,
        Percentage discount,
        Issuer issuer,
        LocalDate trialEnd,
        Instant closedAt,
        List<StatementLine> lines) {
    public boolean isClosed() {
        return closedAt != null;
    }

    /** The sum of the lines. */
    public Money total() {
        Money total = Money.zero(currency);
        for (StatementLine line : lines) {
            total = total.plus(line.amount());
        }
        return total;
    }

    /** The lines with a last one that has the total. */
    public List<StatementLine> linesWithTotal() {
        List<StatementLine> all = new ArrayList<>(lines);
        String description = organization + ", " + period + (isClosed() ? ", closed" : ", open");
        all.add(new StatementLine(
                StatementLine.Kind.TOTAL,
                "",
                "",
                description,
                BigDecimal.ONE,
                "statement",
                total().getAmount(),
                1,
                total()));
        return all;
    }

    /** The same statement, closed at that time. */
    public Statement closed(Instant at) {
        return new Statement(
                organizationId,
                organization,
                period,
                legalName,
                address,
                taxId,
                email,
                paymentDays,
                currency,
                discount,
                issuer,
                trialEnd,
                at,
                lines);
    }

    /** The same statement of another issuer. */
    public Statement issuedBy(Issuer other) {
        return new Statement(
                organizationId,
                organization,
                period,
                legalName,
                address,
                taxId,
                email,
                paymentDays,
                currency,
                discount,
                other,
                trialEnd,
                closedAt,
                lines);
    }
}
