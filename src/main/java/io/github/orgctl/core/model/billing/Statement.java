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
 * @param organization slug; for a closed statement, the slug at that time
 * @param discount discount that was applied; later corrections of the month use the same
 * @param issuer issuer of the statement
 * @param trialEnd first day that was charged, or null if there was no trial
 * @param closedAt when it was closed, or null while it is open
 * @param lines lines without the total
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

    /** Sum of the lines. */
    public Money total() {
        Money total = Money.zero(currency);
        for (StatementLine line : lines) {
            total = total.plus(line.amount());
        }
        return total;
    }

    /** The lines followed by the total. */
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

    /** Returns a copy that is closed. */
    public Statement closed(Instant at) {
        return with(issuer, at);
    }

    /** Returns a copy with another issuer. */
    public Statement issuedBy(Issuer other) {
        return with(other, closedAt);
    }

    private Statement with(Issuer newIssuer, Instant newClosedAt) {
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
                newIssuer,
                trialEnd,
                newClosedAt,
                lines);
    }
}
