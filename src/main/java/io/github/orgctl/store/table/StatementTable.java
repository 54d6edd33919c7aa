package io.github.orgctl.store.table;

import io.github.orgctl.core.model.billing.Currencies;
import io.github.orgctl.core.model.billing.Percentage;
import io.github.orgctl.core.model.billing.Statement;
import io.github.orgctl.core.model.billing.StatementLine;
import io.github.orgctl.core.model.value.Description;
import io.github.orgctl.core.model.value.Email;
import io.github.orgctl.core.model.value.Id;
import io.github.orgctl.core.model.value.Line;
import io.github.orgctl.core.model.value.Period;
import io.github.orgctl.core.model.value.Slug;
import io.github.orgctl.core.port.StatementRepository;
import io.github.orgctl.store.jdbc.RowReader;
import io.github.orgctl.store.jdbc.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The tables {@code statement} and {@code statement_line}. */
final class StatementTable extends RowReader<Statement> implements StatementRepository {
    private static final String SELECT = "SELECT s.organization_id, s.organization, s.month, s.legal_name, s.address,"
            + " s.tax_id, s.email, s.payment_days, s.currency, s.discount, s.trial_end, s.closed_at FROM statement s WHERE ";

    private final Connection connection;

    StatementTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void insert(Statement statement) {
        new Sql(
                        connection,
                        "INSERT INTO statement (organization_id, month, organization, legal_name, address, tax_id, email,"
                                + " payment_days, currency, discount, trial_end, closed_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .with(statement.organizationId().value())
                .with(statement.period().number())
                .with(statement.organization().value())
                .with(statement.legalName().value())
                .with(statement.address().value())
                .with(statement.taxId().value())
                .with(statement.email() == null ? "" : statement.email().value())
                .with(statement.paymentDays())
                .with(statement.currency().getCode())
                .with(statement.discount().toString())
                .with(statement.trialEnd())
                .with(statement.closedAt())
                .run();
        long number = 0;
        for (StatementLine line : statement.lines()) {
            insert(statement, line, ++number);
        }
    }

    private void insert(Statement statement, StatementLine line, long number) {
        new Sql(
                        connection,
                        "INSERT INTO statement_line (organization_id, month, number, kind, plan, metric, description,"
                                + " quantity, unit, unit_price, per, amount)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .with(statement.organizationId().value())
                .with(statement.period().number())
                .with(number)
                .with(line.kind().toString())
                .with(line.plan())
                .with(line.metric())
                .with(line.description())
                .with(line.quantity().toPlainString())
                .with(line.unit())
                .with(line.unitPrice().toPlainString())
                .with(line.per())
                .with(line.amount().getAmount().toPlainString())
                .run();
    }

    @Override
    public boolean isClosed(Id organizationId, Period period) {
        try (Sql row = new Sql(connection, "SELECT 1 FROM statement WHERE organization_id = ? AND month = ?")
                .with(organizationId.value())
                .with(period.number())) {
            return row.next();
        }
    }

    @Override
    public Optional<Statement> find(Id organizationId, Period period) {
        try (Sql row = new Sql(connection, SELECT + "s.organization_id = ? AND s.month = ?")
                .with(organizationId.value())
                .with(period.number())) {
            return row.next() ? Optional.of(read(row)) : Optional.empty();
        }
    }

    @Override
    public List<Statement> ofPurged(Period period) {
        String purged = "s.month = ? AND NOT EXISTS (SELECT 1 FROM organization o WHERE o.id = s.organization_id)"
                + " ORDER BY s.organization, s.organization_id";
        List<Statement> statements = new ArrayList<>();
        try (Sql row = new Sql(connection, SELECT + purged).with(period.number())) {
            while (row.next()) {
                statements.add(read(row));
            }
        }
        return statements;
    }

    @Override
    public String noun() {
        return "closed statement";
    }

    @Override
    public Statement map(Sql row) {
        Id organization = new Id(row.text(1));
        Period period = Period.ofNumber(row.number(3));
        CurrencyUnit currency = Currencies.parse(row.text(9));
        String email = row.text(7);
        return new Statement(
                organization,
                new Slug(row.text(2)),
                period,
                new Line(row.text(4)),
                new Description(row.text(5)),
                new Line(row.text(6)),
                email.isEmpty() ? null : Email.stored(email),
                row.number(8),
                currency,
                Percentage.parse(row.text(10)),
                row.day(11),
                row.time(12),
                lines(organization, period, currency));
    }

    private List<StatementLine> lines(Id organization, Period period, CurrencyUnit currency) {
        List<StatementLine> lines = new ArrayList<>();
        try (Sql row = new Sql(
                        connection,
                        "SELECT kind, plan, metric, description, quantity, unit, unit_price, per, amount FROM statement_line"
                                + " WHERE organization_id = ? AND month = ? ORDER BY number")
                .with(organization.value())
                .with(period.number())) {
            while (row.next()) {
                lines.add(new StatementLine(
                        StatementLine.Kind.parse(row.text(1)),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        new BigDecimal(row.text(5)),
                        row.text(6),
                        new BigDecimal(row.text(7)),
                        row.number(8),
                        Money.of(currency, new BigDecimal(row.text(9)))));
            }
        }
        return lines;
    }
}
