package io.github.orgctl.cli.command.billing;

import static io.github.orgctl.cli.shape.billing.ChartShape.CHART;
import static io.github.orgctl.cli.shape.billing.StatementLineShape.STATEMENT_LINE;

import io.github.orgctl.cli.format.StatementFormat;
import io.github.orgctl.cli.host.Input;
import io.github.orgctl.cli.output.Rows;
import io.github.orgctl.cli.parameter.BillingTypes;
import io.github.orgctl.cli.parameter.Parameter;
import io.github.orgctl.cli.reply.Reply;
import io.github.orgctl.cli.shape.Shape;
import io.github.orgctl.cli.shape.billing.ChartBar;
import io.github.orgctl.cli.shape.billing.ChartScale;
import io.github.orgctl.cli.shape.billing.StatementRow;
import io.github.orgctl.cli.verb.ReadVerb;
import io.github.orgctl.cli.verb.Services;
import io.github.orgctl.core.billing.Closing;
import io.github.orgctl.core.billing.StatementService;
import io.github.orgctl.core.model.billing.Statement;
import io.github.orgctl.core.model.value.Failure;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.port.Listing;
import io.github.orgctl.core.port.Store;
import java.util.List;

/** {@code billing statement}. */
final class StatementVerb extends ReadVerb {
    private final Parameter<Period> period =
            option("--period", BillingTypes.period(), "Month (default: current month up to today)");
    private final Parameter<Boolean> allOrganizations = flag("--all-orgs", "Show the statements of all organizations");
    private final Parameter<Boolean> totals = flag("--totals", "Show only the totals");
    private final Parameter<Boolean> chart = flag("--chart", "Show a bar chart of the twelve months up to this one");
    private final Parameter<StatementFormat> format = option(
            "--format",
            BillingTypes.statementFormat(),
            "Print the statement as an HTML page: html; --output does not apply");
    private final Parameter<Boolean> close =
            flag("--close", "Close the month: statements become final and no further usage is accepted");
    private final Parameter<Boolean> dryRun =
            flag("--dry-run", "Show what --close would change without closing the month");

    StatementVerb() {
        super("statement", "Show an organization's monthly statement", STATEMENT_LINE);
        details("Each line states what was counted, and the lines add up to the total. The statements of"
                + " a closed month are final; late usage is billed in the next month.");
        example("Show this month up to today", "orgctl billing statement --org acme");
        example(
                "Close a month and show the totals",
                "orgctl billing statement --all-orgs --period 2026-10 --close --totals");
        example(
                "Save a month as a page to print or send",
                "orgctl billing statement --period 2026-10 --format html > acme.html");
        example("Show a bar chart of the last twelve months", "orgctl billing statement --org acme --chart");
    }

    @Override
    public Shape<?> shape() {
        return format.isGiven() ? null : chart.isGiven() ? CHART : STATEMENT_LINE;
    }

    @Override
    public boolean changesStore() {
        return true;
    }

    @Override
    public Store.Purpose purpose() {
        return !close.isGiven() ? Store.Purpose.READ : dryRun.isGiven() ? Store.Purpose.DRY_RUN : Store.Purpose.CHANGE;
    }

    @Override
    protected void read(Input input) {
        refuseContradictions();
    }

    @Override
    protected Reply execute(Services services) {
        StatementService statements = services.statements();
        if (chart.isGiven()) {
            return chart(statements.year(null, period.value()));
        }
        return close.isGiven() ? closed(statements) : reply(statements, open(statements));
    }

    private void refuseContradictions() {
        if (chart.isGiven()
                && (allOrganizations.isGiven() || format.isGiven() || close.isGiven() || totals.isGiven())) {
            throw Failure.usage(
                    "--chart shows the months of one organization",
                    "leave out --all-orgs, --totals, --format and --close, or --chart");
        }
        if (format.isGiven() && totals.isGiven()) {
            throw Failure.usage("--format requires whole statements", "leave out --totals or --format");
        }
        if (dryRun.isGiven() && !close.isGiven()) {
            throw Failure.usage("--dry-run requires --close", "leave out --dry-run, or add --close");
        }
    }

    private static Reply chart(List<Statement> months) {
        ChartScale scale = new ChartScale(months);
        return Reply.many(CHART, Rows.of(ChartBar.of(months, scale)))
                .noticeIf(scale.currencies().isEmpty(), "nothing was charged in these months");
    }

    private Listing<Statement> open(StatementService statements) {
        return statements.list(allOrganizations.isGiven(), period.value());
    }

    private Reply closed(StatementService statements) {
        Closing closing = statements.close(allOrganizations.isGiven(), period.value());
        return reply(statements, Rows.of(closing.statements()))
                .made("statements closed: " + closing.made())
                .inspection(
                        "orgctl billing statement --totals" + (period.isGiven() ? " --period " + period.value() : "")
                                + (allOrganizations.isGiven() ? " --all-orgs" : ""))
                .notice("statements closed now: " + closing.made() + ", before: "
                        + (closing.statements().size() - closing.made()))
                .noticeIf(
                        closing.leftOut() > 0,
                        "organizations skipped because you may not close their months: " + closing.leftOut());
    }

    private Reply reply(StatementService statements, Listing<Statement> shown) {
        return format.isGiven()
                ? Reply.lines(format.value().write(shown, statements::yearUpTo))
                : Reply.many(STATEMENT_LINE, StatementRow.of(shown, totals.isGiven()))
                        .ifEmpty("no organization existed in that month");
    }
}
