package io.github.orgctl.cli.dashboard;

import io.github.orgctl.cli.shape.billing.ChartScale;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.model.access.Action;
import io.github.orgctl.core.model.billing.Statement;
import io.github.orgctl.core.model.billing.StatementLine;
import io.github.orgctl.core.model.organization.OrganizationReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** This month's statement of an organization, and what the last twelve months came to. */
final class BillingPage {
    private static final int BAR = 24;

    private final Services services;
    private final OrganizationReference organization;

    BillingPage(Services services, OrganizationReference organization) {
        this.services = services;
        this.organization = organization;
    }

    Listed rows(Set<Action> permitted) {
        if (!permitted.contains(Action.BILLING_STATEMENT)) {
            return Listed.refused(
                    "Reading statements requires the " + Action.BILLING_STATEMENT.rule() + " role.", permitted);
        }
        List<Statement> year = services.statements().year(organization, null);
        Statement month = year.get(year.size() - 1);
        List<Row> rows = new ArrayList<>();
        for (StatementLine line : month.linesWithTotal()) {
            rows.add(row(rows.size(), line));
        }
        rows.add(new Row("chart", List.of(Label.of("Last 12 months", Style.TITLE)), new Item.Plain(""), ""));
        ChartScale scale = new ChartScale(year);
        for (Statement statement : year) {
            rows.add(month(statement, scale.length(statement.total(), BAR)));
        }
        Label heading =
                Label.of(month.period() + (month.isClosed() ? ", closed" : ", open") + ", in " + month.currency());
        return new Listed(
                rows, false, List.of(heading), List.of("LINE", "AMOUNT", "DESCRIPTION"), null, false, permitted);
    }

    private static Row row(int index, StatementLine line) {
        String amount = line.amount().getAmount().toPlainString();
        boolean total = line.kind() == StatementLine.Kind.TOTAL;
        return new Row(
                "line " + index,
                List.of(
                        Label.of(line.kind().toString(), total ? Style.TITLE : Style.BOLD),
                        Label.of(amount, total ? Style.TITLE : Style.PLAIN),
                        Label.of(line.description())),
                new Item.Plain(amount),
                line.quantity().toPlainString() + " " + line.unit());
    }

    private static Row month(Statement statement, int length) {
        String total = statement.total().getAmount().toPlainString();
        String period = statement.period().toString();
        return new Row(
                period,
                List.of(Label.of(period), Label.of(total), Label.of("#".repeat(length), Style.of(Color.CYAN))),
                new Item.Plain(total),
                statement.isClosed() ? "closed" : "open");
    }
}
